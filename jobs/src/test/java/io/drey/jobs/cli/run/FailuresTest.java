// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void saysWhatWasDoneAndWhatLiesAtTheBottom() {
    IOException full = new IOException("No space left on device");
    IOException middle = new IOException("Could not flush\n the stream", full);

    assertThat(Failures.describe(new IOException("Failed to write 'x'", middle)))
        .isEqualTo("Failed to write 'x': No space left on device");
  }

  @Test
  void passesOverWhatOnlyWraps() {
    IOException gone = new IOException("Cannot read 'x': no such file");
    JobException suppressed = new JobException("Recovery is suppressed", gone);

    assertThat(
            Failures.describe(
                new ExecutionException(
                    new JobExecutionException(null, "Job execution failed.", suppressed))))
        .isEqualTo("Cannot read 'x': no such file");
    assertThat(Failures.describe(new CompletionException(new RuntimeException(gone))))
        .isEqualTo("Cannot read 'x': no such file");
  }

  @Test
  void namesFailuresWithoutAMessage() {
    assertThat(Failures.describe(new IOException("Cannot restore", new EOFException())))
        .isEqualTo("Cannot restore: EOFException");
    assertThat(Failures.describe(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @Test
  void saysWhatIsWrongWithAPath() {
    assertThat(Failures.describe(new FileAlreadyExistsException("/x")))
        .isEqualTo("/x: it already exists");
    assertThat(Failures.describe(new FileAlreadyExistsException("/x", null, "taken")))
        .isEqualTo("/x: taken");
  }

  @Test
  void saysWhatToDoAboutAHeapThatIsTooSmall() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");

    assertThat(Failures.describe(new CompletionException(new IOException("Failed", full))))
        .startsWith("Out of memory: state does not fit the heap (")
        .contains("max-keys", "ttl", "state-backend: rocksdb", "-Xmx8g");
  }

  @Test
  void saysWhatToDoAboutAStackThatIsTooSmall() {
    assertThat(Failures.describe(new CompletionException(new StackOverflowError())))
        .startsWith("Out of stack: too many steps")
        .endsWith("(DREY_JAVA_OPTS=-Xss8m sets a larger stack)");
  }

  @Test
  void saysItInOneLine() {
    assertThat(Failures.describe(new IllegalStateException("One\n\ttwo  \r\nthree")))
        .isEqualTo("One two three");
  }
}
