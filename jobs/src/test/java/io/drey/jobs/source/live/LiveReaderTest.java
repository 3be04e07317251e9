// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.TestingContext;
import io.drey.jobs.source.TestingEnumeratorContext;
import io.drey.jobs.source.TestingOutput;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.Assigned;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.operators.event.Origin;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveReaderTest {
  private final TestingOutput output = new TestingOutput();

  @Test
  void readsUntilTheStreamEnds() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("{\"n\":").append(i).append("}\n");
    }
    LiveReader reader = reader(new ByteArrayInputStream((text + "x").getBytes(UTF_8)));

    readToEnd(reader);

    assertThat(output.events).hasSize(100_000).last().isEqualTo("{\"n\":99999}");
    assertThat(output.malformed)
        .containsExactly(
            "{\"source\":\"in\",\"position\":\"test:100001\","
                + "\"error\":\"Expected an object at byte 0\",\"raw\":\"x\"}");
  }

  @Test
  void givesALineAsSoonAsItIsThere() throws Exception {
    PipedOutputStream typing = new PipedOutputStream();
    LiveReader reader = reader(new PipedInputStream(typing));
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();

    typing.write("{\"n\":1}\n{\"n\"".getBytes(UTF_8));
    typing.flush();
    while (output.events.isEmpty()) {
      reader.isAvailable().get(10, TimeUnit.SECONDS);
      reader.pollNext(output);
    }

    assertThat(output.events).containsExactly("{\"n\":1}");
    typing.write(":2}".getBytes(UTF_8));
    typing.close();
    readToEnd(reader);
    assertThat(output.events).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void readsASocketUntilItsServerCloses() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LiveReader reader = reader(new SocketStream("127.0.0.1", server.getLocalPort()));
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      try (Socket client = server.accept();
          OutputStream out = client.getOutputStream()) {
        out.write("{\"n\":1}\n".getBytes(UTF_8));
      }
      readToEnd(reader);
      reader.close();
    }

    assertThat(output.events).containsExactly("{\"n\":1}");
  }

  @Test
  void saysWhereEventsAreFromIfAsked() throws Exception {
    byte[] lines = "\n{\"n\":1}\n[]\n{\"n\":2}".getBytes(UTF_8);

    readToEnd(reader(new ByteArrayInputStream(lines)));
    readToEnd(reader(TestingContext.TRACED, stream(new ByteArrayInputStream(lines))));

    assertThat(output.origins)
        .containsExactly(null, null, new Origin("in", "test:2"), new Origin("in", "test:4"));
  }

  @Test
  void failsWhereNobodyListens() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    LiveReader reader = reader(new SocketStream("127.0.0.1", port));

    assertThatThrownBy(() -> reader.pollNext(output))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("Cannot connect to '127.0.0.1:" + port + "': Connection refused");
  }

  @Test
  void failsWithTheStream() throws Exception {
    LiveReader reader = reader(new PipedInputStream());

    assertThatThrownBy(() -> readToEnd(reader))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("Failed to read 'test' after line 0")
        .hasRootCauseMessage("Pipe not connected");
  }

  @Test
  void refusesToBeRestored() throws Exception {
    LiveInput input = input(TestingContext.ENDING, new StandardInput());
    LiveReader reader = new LiveReader(input, metrics());

    assertThatThrownBy(() -> reader.addSplits(List.of(ReadPosition.START)))
        .hasRootCauseMessage("Cannot continue 'stdin': it cannot be read a second time");
    TestingEnumeratorContext<ReadPosition> context = new TestingEnumeratorContext<>(1);
    assertThatThrownBy(() -> input.restoreEnumerator(context, Assigned.YES))
        .hasMessage("Cannot continue 'stdin': it cannot be read a second time");
    try (var first = input.createEnumerator(context)) {
      first.addReader(0);
      assertThatThrownBy(() -> first.addSplitsBack(List.of(ReadPosition.START), 0))
          .hasRootCauseMessage("Cannot continue 'stdin': it cannot be read a second time");
    }
    assertThatThrownBy(() -> input.createEnumerator(context))
        .hasMessage("Cannot continue 'stdin': it cannot be read a second time");
  }

  private void readToEnd(LiveReader reader) throws Exception {
    InputStatus status = InputStatus.MORE_AVAILABLE;
    while (status != InputStatus.END_OF_INPUT) {
      if (status == InputStatus.NOTHING_AVAILABLE) {
        reader.isAvailable().get(10, TimeUnit.SECONDS);
      }
      status = reader.pollNext(output);
    }
  }

  private static LiveReader reader(InputStream in) {
    return reader(stream(in));
  }

  private static LiveStream stream(InputStream in) {
    return new LiveStream() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public InputStream open() {
        return in;
      }

      @Override
      public boolean isClosable() {
        return true;
      }
    };
  }

  private static LiveReader reader(LiveStream stream) {
    return reader(TestingContext.ENDING, stream);
  }

  private static LiveReader reader(SourceContext context, LiveStream stream) {
    LiveReader reader = new LiveReader(input(context, stream), metrics());
    reader.start();
    reader.addSplits(List.of(ReadPosition.START));
    return reader;
  }

  private static LiveInput input(SourceContext context, LiveStream stream) {
    return new LiveInput(
        context, stream, FormatOptions.of(InputFormat.JSON), null, Boundedness.BOUNDED);
  }

  private static SourceMetrics metrics() {
    return new SourceMetrics(new UnregisteredMetricsGroup(), "in");
  }
}
