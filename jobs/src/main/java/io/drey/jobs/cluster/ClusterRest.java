// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.apache.flink.util.ExceptionUtils;

/** The REST API of a Flink cluster. */
public final class ClusterRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_FAILURE = 400;
  private static final int NOT_FOUND = 404;

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  /** Asks the cluster at an address. */
  public ClusterRest(RestAddress address) {
    this.root = URI.create(address.url());
  }

  /**
   * Asks for what a path stands for.
   *
   * @throws NotFoundException if the cluster knows nothing of that name
   * @throws IOException if the cluster does not answer, or refuses; the message says which
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  /** Requests what a path stands for; throws as {@link #get}. */
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw unreachable(e);
    }
    JsonNode answer = parse(response.body());
    if (response.statusCode() == NOT_FOUND) {
      throw new NotFoundException(reason(answer));
    }
    if (response.statusCode() >= FIRST_FAILURE) {
      throw new IOException("Flink at " + root + " refused: " + reason(answer));
    }
    return answer;
  }

  private IOException unreachable(IOException failure) {
    IOException unreachable =
        new IOException(
            "Cannot reach Flink at "
                + root
                + ": "
                + why(failure)
                + " (-m HOST:PORT names the REST address of another cluster)");
    // not the cause, which would be told: the reason says all
    unreachable.addSuppressed(failure);
    return unreachable;
  }

  /** Java tells nothing of a connection that cannot be made. */
  private static String why(IOException failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer within " + PATIENCE.toSeconds() + " s";
    }
    if (ExceptionUtils.findThrowable(failure, UnresolvedAddressException.class).isPresent()) {
      return "unknown host";
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private JsonNode parse(String body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("Cannot use " + root + ": it does not answer as Flink does", e);
    }
  }

  /** The first line of a stack trace, or of several, without the name of a class. */
  private static String reason(JsonNode answer) {
    String first = answer.path("errors").path(0).asText("no reason given");
    return first.lines().findFirst().orElse(first).replaceFirst("^[\\w.$]+(Exception|Error): ", "");
  }
}
