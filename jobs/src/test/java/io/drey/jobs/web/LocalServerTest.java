// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(0, LocalServerTest::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer answer(Request request) throws IOException, RefusedException {
    return switch (request.path()) {
      case "" -> Answer.html("<p>first</p>");
      case "strict" -> Answer.html("<p>alone</p>", "default-src 'none'");
      case "echo" -> Answer.json("\"" + request.method() + " " + request.get("text") + "\"");
      case "page" -> Answer.json(String.valueOf(request.number("size", 1, 100, 20)));
      case "broken" -> throw new IOException("Cannot read '_metadata': truncated");
      case "half" ->
          Answer.json(
              out -> {
                out.write("[1,2".getBytes(UTF_8));
                out.flush();
                throw new IOException("Cannot read 'chk-1/x': truncated");
              });
      case "file" -> Answer.download("text/csv", "a/b \"c\".csv", out -> out.write('x'));
      default -> Resources.answer(Resources.class, request.path());
    };
  }

  @Test
  void answersThoseWhoHaveItsAddress() throws Exception {
    HttpResponse<String> page = get("");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("<p>first</p>");
    assertThat(page.headers().map())
        .containsEntry("content-type", List.of("text/html; charset=utf-8"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("cache-control", List.of("no-store"));
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'self'");
  }

  @Test
  void decodesParameters() throws Exception {
    assertThat(get("echo?text=a%26b+%C3%BC&x").body()).isEqualTo("\"GET a&b ü\"");
    assertThat(get("page").body()).isEqualTo("20");
    assertThat(get("page?size=7").body()).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          echo          | 400 | Cannot answer 'echo': parameter 'text' is missing
          page?size=0   | 400 | Invalid size: must be from 1 to 100 but was 0
          page?size=a   | 400 | Invalid size: must be from 1 to 100 but was a
          broken        | 500 | Cannot read '_metadata': truncated
          none.css      | 404 | No file 'none.css'
          ../x.css      | 404 | No file '../x.css'
          Answer.class  | 404 | No file 'Answer.class'
          """)
  void saysWhatIsWrong(String path, int status, String message) throws Exception {
    HttpResponse<String> refused = get(path);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.body()).isEqualTo("{\"error\":\"" + message + "\"}");
  }

  @Test
  void servesTheDesign() throws Exception {
    HttpResponse<String> css = get("design.css");

    assertThat(css.body()).contains("prefers-color-scheme: dark");
    assertThat(css.headers().firstValue("content-type")).contains("text/css; charset=utf-8");
  }

  @Test
  void breaksAnAnswerOffThatFails() {
    assertThatThrownBy(() -> get("half")).isInstanceOf(IOException.class);
  }

  @Test
  void downloadsUnderASafeName() throws Exception {
    assertThat(get("file").headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"a_b__c_.csv\"");
  }

  @Test
  void keepsThePolicyOfAPage() throws Exception {
    assertThat(get("strict").headers().map().get("content-security-policy"))
        .containsExactly("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/echo?text=a", "/wrong/echo?text=a", "/wrong"})
  void hidesItselfWithoutItsToken(String path) throws Exception {
    URI address = URI.create(server.address());
    HttpResponse<String> refused =
        send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path)));

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo("{\"error\":\"Not found\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:1, 403",
    "Origin, http://127.0.0.1:PORT, 200",
    "Host, evil.example, 403",
    "Host, evil.example:PORT, 403",
    "Host, localhost:PORT, 200"
  })
  void refusesOtherSites(String header, String value, int status) throws Exception {
    int port = URI.create(server.address()).getPort();
    String target = URI.create(server.address()).getPath() + "echo?text=a";
    String own = "127.0.0.1:" + port;
    String given = value.replace("PORT", String.valueOf(port));
    String headers =
        header.equals("Host")
            ? "Host: " + given + "\r\n"
            : "Host: " + own + "\r\n" + header + ": " + given + "\r\n";

    assertThat(raw(port, "GET " + target + " HTTP/1.1\r\n" + headers))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void refusesOtherMethods() throws Exception {
    assertThat(
            send(HttpRequest.newBuilder(URI.create(server.address() + "echo?text=a")).DELETE())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    int port = URI.create(server.address()).getPort();

    assertThat(server.address()).startsWith("http://127.0.0.1:");
    try (Socket taken = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(taken.isConnected()).isTrue();
    }
    assertThatThrownBy(() -> LocalServer.start(port, LocalServerTest::answer))
        .hasMessageStartingWith("Cannot serve on port " + port);
  }

  @Test
  void hasAnotherTokenEachTime() throws IOException {
    try (LocalServer other = LocalServer.start(0, LocalServerTest::answer)) {
      assertThat(URI.create(other.address()).getPath())
          .hasSize("/".length() * 2 + 24)
          .isNotEqualTo(URI.create(server.address()).getPath());
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.address() + path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Java's client sets no Host of its own. */
  private static String raw(int port, String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
