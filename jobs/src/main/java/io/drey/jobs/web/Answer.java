// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * The answer to a request.
 *
 * @param headers further headers of HTTP; they replace those that every answer has
 */
public record Answer(String contentType, Map<String, String> headers, Body body) {
  private static final String POLICY = "Content-Security-Policy";
  private static final String HTML = "text/html; charset=utf-8";

  /** Writes what is answered; called once. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** JSON text. */
  public static Answer json(String text) {
    return of("application/json", text.getBytes(UTF_8));
  }

  /** JSON that is written as it is made. */
  public static Answer json(Body body) {
    return new Answer("application/json", Map.of(), body);
  }

  /** A page that loads nothing but from this server. */
  public static Answer html(String text) {
    return of(HTML, text.getBytes(UTF_8));
  }

  /**
   * A page with a content security policy of its own, which must not be wider than it needs.
   *
   * @param policy such as {@code default-src 'none'; style-src 'sha256-…'}
   */
  public static Answer html(String text, String policy) {
    return new Answer(HTML, Map.of(POLICY, policy), html(text).body());
  }

  /** Bytes of a type. */
  public static Answer of(String contentType, byte[] bytes) {
    return new Answer(contentType, Map.of(), out -> out.write(bytes));
  }

  /** A file that the browser saves under a name. */
  public static Answer download(String contentType, String name, Body body) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return new Answer(
        contentType, Map.of("Content-Disposition", "attachment; filename=\"" + safe + "\""), body);
  }
}
