// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The REST API of a cluster, at any of its JobManagers. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();

  void add(int port) {
    ports.add(port);
  }

  void remove(Integer port) {
    ports.remove(port);
  }

  /**
   * What the first JobManager that can answers.
   *
   * @throws IOException if none can
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    IOException failure = new IOException("No JobManager answers " + path);
    for (int port : ports) {
      try {
        return get(URI.create("http://127.0.0.1:" + port + path));
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private JsonNode get(URI uri) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(uri + ": " + response.statusCode() + " " + response.body());
    }
    return json.readTree(response.body());
  }
}
