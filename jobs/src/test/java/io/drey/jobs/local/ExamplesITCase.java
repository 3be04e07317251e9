package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.sink.Stdout;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pipeline in {@code conf} runs on its sample; none of its types falls to Kryo. */
@Timeout(120)
class ExamplesITCase {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));

  @AfterEach
  void givesStandardOutputBack() {
    Stdout.redirect(new FileOutputStream(FileDescriptor.out));
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void runs(Path pipeline, @TempDir Path directory) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stdout.redirect(out);

    new TestingRun(directory)
        .run(Files.readString(pipeline).replace("conf/samples/", ROOT + "/conf/samples/"));

    assertThat(out.toString(UTF_8)).startsWith("{").endsWith("}\n");
  }

  static List<Path> pipelines() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("conf/pipelines"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
