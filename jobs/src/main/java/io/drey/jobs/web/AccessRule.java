// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.Headers;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a server. The token keeps other users of the machine out; {@code Host} keeps out
 * sites that make their name point to 127.0.0.1, {@code Origin} those that post to it.
 */
record AccessRule(int port, String token) {
  private static final int TOKEN_BYTES = 18;

  static AccessRule random(int port) {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AccessRule(port, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String address() {
    return "http://127.0.0.1:" + port + "/" + token + "/";
  }

  /** Whether it was sent by a page of this server, or by no page. */
  boolean isOwn(Headers headers) {
    Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    String host = headers.getFirst("Host");
    String origin = headers.getFirst("Origin");
    return host != null
        && hosts.contains(host)
        && (origin == null
            || (origin.startsWith("http://")
                && hosts.contains(origin.substring("http://".length()))));
  }

  /** The path below the token; null if the token is not there. */
  @Nullable String below(String path) {
    int end = path.indexOf('/', 1);
    if (end < 0 || !isToken(path.substring(1, end))) {
      return null;
    }
    return path.substring(end + 1);
  }

  /** In the same time for all texts of its length. */
  private boolean isToken(String text) {
    return MessageDigest.isEqual(text.getBytes(US_ASCII), token.getBytes(US_ASCII));
  }
}
