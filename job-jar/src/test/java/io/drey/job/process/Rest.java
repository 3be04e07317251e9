// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The REST API of a cluster, at any of its JobManagers. */
public final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();

  /** Asks the JobManager at a port too. */
  public void add(int port) {
    ports.add(port);
  }

  public void remove(Integer port) {
    ports.remove(port);
  }

  /**
   * What the first JobManager that can answers.
   *
   * @throws IOException if none can
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return ask(path, HttpRequest.newBuilder().GET());
  }

  JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
    return ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode ask(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    IOException failure = new IOException("No JobManager answers " + path);
    for (int port : ports) {
      try {
        return json.readTree(send(request.uri(uri(port, path))));
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  /** What a server on this machine answers. */
  public String text(int port, String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(port, path)));
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest sent = request.timeout(PATIENCE).build();
    HttpResponse<String> response = http.send(sent, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(sent.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
