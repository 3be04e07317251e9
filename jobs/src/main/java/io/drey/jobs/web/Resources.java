// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Files of the class path that a page loads. */
public final class Resources {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private Resources() {}

  /** The colours, type and spacing of all pages. */
  public static Answer design() throws IOException {
    return Answer.of(type("design.css"), bytes(Resources.class, "design.css"));
  }

  /**
   * A file beside a class, or below it.
   *
   * @param path such as {@code view/keys.js}
   * @throws RefusedException if there is none
   */
  public static Answer answer(Class<?> beside, String path) throws IOException, RefusedException {
    if (!path.matches("[A-Za-z0-9_-]+([/.][A-Za-z0-9_-]+)*\\.[a-z]+")
        || !TYPES.containsKey(extension(path))
        || beside.getResource(path) == null) {
      throw RefusedException.notFound("No file '" + path + "'");
    }
    return Answer.of(type(path), bytes(beside, path));
  }

  /**
   * The bytes of a file beside a class.
   *
   * @throws IOException if there is none
   */
  public static byte[] bytes(Class<?> beside, String path) throws IOException {
    try (InputStream in = beside.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("Cannot read '" + path + "': not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static String type(String path) {
    return TYPES.getOrDefault(extension(path), "application/octet-stream");
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
