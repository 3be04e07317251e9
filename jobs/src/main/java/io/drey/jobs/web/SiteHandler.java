// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/** Answers requests of HTTP by a site. */
final class SiteHandler {
  /** Every answer has them. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy",
              "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;

  private final Site site;
  private final AccessRule access;

  SiteHandler(Site site, AccessRule access) {
    this.site = site;
    this.access = access;
  }

  void handle(HttpExchange exchange) throws IOException {
    String path = access.below(exchange.getRequestURI().getPath());
    if (!access.isOwn(exchange.getRequestHeaders())
        || !METHODS.contains(exchange.getRequestMethod())) {
      send(exchange, FORBIDDEN, problem("Forbidden"));
    } else if (path == null) {
      send(exchange, NOT_FOUND, problem("Not found"));
    } else {
      answer(exchange, path);
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Answer answer;
    int status = OK;
    try {
      answer = site.answer(Request.of(exchange.getRequestMethod(), path, query));
    } catch (RefusedException e) {
      status = e.status();
      answer = problem(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      status = FAILED;
      answer = problem(String.valueOf(e.getMessage()));
    }
    send(exchange, status, answer);
  }

  private static Answer problem(String message) {
    return Answer.json(
        "{\"error\":\""
            + new String(JsonStringEncoder.getInstance().quoteAsString(message))
            + "\"}");
  }

  private static void send(HttpExchange exchange, int status, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    headers.set("Content-Type", answer.contentType());
    answer.headers().forEach(headers::set);
    exchange.sendResponseHeaders(status, 0); // chunked
    OutputStream out = exchange.getResponseBody();
    answer.body().writeTo(out);
    out.close(); // not after a failure: the answer would seem to be whole
  }
}
