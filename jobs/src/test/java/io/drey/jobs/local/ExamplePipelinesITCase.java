package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.sink.Stdout;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every file of {@code conf/pipelines} on its sample. What it prints, the files it writes and
 * how many events each sink took lie in {@code examples/<name>}; {@code -Ddrey.write=true} puts
 * them there.
 */
@Timeout(120)
class ExamplePipelinesITCase {
  private static final Path EXPECTED =
      MarkdownPage.ROOT.resolve("jobs/src/test/resources/examples");

  @AfterEach
  void giveStdoutBack() {
    Stdout.redirect(new FileOutputStream(FileDescriptor.out));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesWhatIsExpected(String example, @TempDir Path folder) throws Exception {
    TestingCheckout checkout = TestingCheckout.in(folder);
    Loaded loaded =
        PipelineFile.load(checkout.file("conf/pipelines/" + example + ".yaml"), Map.of());
    assertThat(loaded.problems()).isEmpty();

    Map<String, String> written = run(loaded, folder);

    written.replaceAll((name, text) -> checkout.relative(text));
    if (Boolean.getBoolean("drey.write")) {
      write(EXPECTED.resolve(example), written);
    }
    assertThat(written).isEqualTo(texts(EXPECTED.resolve(example)));
  }

  private static Map<String, String> run(Loaded loaded, Path folder) throws Exception {
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline());
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    Stdout.redirect(stdout);
    RunReport report =
        new LocalRun(
                pipeline,
                Objects.requireNonNull(loaded.wiring()),
                new RunOptions(null, false, false, null, null),
                temporary)
            .execute(counts -> {});
    assertThat(report.failure()).isNull();

    Map<String, String> written = texts(folder.resolve("out"));
    written.put("stdout", stdout.toString(UTF_8));
    written.put("sinks", sorted(counts(pipeline, report.counts())));
    return written;
  }

  private static String counts(Pipeline pipeline, Counts counts) {
    return pipeline.sinks().keySet().stream()
        .map(id -> id + ": " + counts.sum("sink", id, "events") + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      for (Path file : list(folder)) {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        texts.put(name, name.equals("stdout") ? text : sorted(text));
      }
    }
    return texts;
  }

  /** A sink that reads several outputs writes their events in no fixed order. */
  private static String sorted(String text) {
    return text.lines().sorted().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void write(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
  }

  static List<String> examples() throws IOException {
    return list(MarkdownPage.ROOT.resolve("conf/pipelines")).stream()
        .map(file -> file.getFileName().toString().replace(".yaml", ""))
        .toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
