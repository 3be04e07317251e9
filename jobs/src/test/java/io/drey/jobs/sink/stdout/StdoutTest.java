// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.file.FileSinkTest;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.LineWriter;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.operators.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class StdoutTest {
  private final TestProcessingTimeService clock = new TestProcessingTimeService();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();

  @Test
  void showsALineAMomentAfterItWasWritten() throws Exception {
    LineWriter writer = writer(target);
    clock.setCurrentTime(1000);
    write(writer, "{\"n\":1}");
    clock.setCurrentTime(1099);
    assertThat(target.size()).isZero();

    clock.setCurrentTime(1100);

    assertThat(target.toString(UTF_8)).isEqualTo("{\"n\":1}\n");
    write(writer, "{\"n\":2}");
    clock.setCurrentTime(1200);
    assertThat(target.toString(UTF_8)).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
  }

  @Test
  void showsLinesWithACheckpointAndWhenItCloses() throws Exception {
    LineWriter writer = writer(target);
    write(writer, "{\"n\":1}");
    writer.flush(false);
    assertThat(target.toString(UTF_8)).isEqualTo("{\"n\":1}\n");

    write(writer, "{\"n\":2}");
    writer.close();

    assertThat(target.toString(UTF_8)).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
  }

  @Test
  void dropsLinesOnceItsReaderHasGone() throws Exception {
    Stdout stdout = new Stdout(new FailingStream("Broken pipe"));
    LineWriter writer = writer(stdout);
    write(writer, "{}");
    assertThat(stdout.isClosed()).isFalse();

    writer.flush(false);
    write(writer, "{}");
    writer.flush(true);

    assertThat(stdout.isClosed()).isTrue();
  }

  @Test
  void failsWhenTheDiskBehindItIsFull() throws Exception {
    LineWriter writer = writer(new Stdout(new FailingStream("No space left on device")));
    write(writer, "{}");

    assertThatThrownBy(() -> writer.flush(false))
        .isInstanceOf(IOException.class)
        .hasMessage("Failed to write to stdout")
        .hasRootCauseMessage("No space left on device");
  }

  private LineWriter writer(OutputStream out) {
    SinkMetrics metrics = new SinkMetrics(new UnregisteredMetricsGroup(), "out");
    return new LineWriter(out, LineOptions.of(OutputFormat.JSON).lines(), metrics, clock);
  }

  private static void write(LineWriter writer, String json) throws IOException {
    writer.write(Event.of(json), FileSinkTest.NO_CONTEXT);
  }

  private static final class FailingStream extends OutputStream {
    private final String message;

    FailingStream(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
