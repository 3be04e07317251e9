// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of a page.
 *
 * @param method GET or POST
 * @param path below the address of the server, without a slash at its start: {@code api/keys}
 * @param parameters by name, decoded; of a repeated one the last
 */
public record Request(String method, String path, Map<String, String> parameters) {
  public Request {
    parameters = Map.copyOf(parameters);
  }

  static Request of(String method, String path, @Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Request(method, path, parameters);
  }

  /** Whether it asks for something to be done. */
  public boolean isPost() {
    return method.equals("POST");
  }

  /** A parameter; null if it is absent. */
  public @Nullable String find(String name) {
    return parameters.get(name);
  }

  /**
   * A parameter that must be there.
   *
   * @throws RefusedException if it is absent
   */
  public String get(String name) throws RefusedException {
    String value = find(name);
    if (value == null) {
      throw new RefusedException(
          "Cannot answer '" + path + "': parameter '" + name + "' is missing");
    }
    return value;
  }

  /**
   * A whole number within bounds.
   *
   * @param absent what counts if it is absent
   * @throws RefusedException if it is no number from {@code least} to {@code most}
   */
  public int number(String name, int least, int most, int absent) throws RefusedException {
    String text = find(name);
    if (text == null) {
      return absent;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new RefusedException(
        "Invalid " + name + ": must be from " + least + " to " + most + " but was " + text);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
