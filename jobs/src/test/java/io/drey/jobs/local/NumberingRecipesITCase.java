package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The conformance cases of sequence and count, which lie beside the checkout. */
@Timeout(120)
class NumberingRecipesITCase {
  private final TestingRun runs;

  NumberingRecipesITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void numbersAllEventsInOrderOfArrival() throws Exception {
    Path events = TestingShared.file("cases/recipes/simple_json.jsonl");
    List<String> lines = Files.readAllLines(events);

    runs.run(pipeline(events, "sequence: {}"));

    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).replaceFirst("}$", ",\"seq\":" + (i + 1) + "}"))
                .toList());
  }

  @Test
  void countsAllEventsInOrderOfArrival() throws Exception {
    Path events = TestingShared.file("cases/recipes/simple_json.jsonl");
    List<String> lines = Files.readAllLines(events);

    runs.run(pipeline(events, "count: {}"));

    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.range(0, lines.size())
                .mapToObj(i -> "{\"count\":%d,\"event\":%s}".formatted(i + 1, lines.get(i)))
                .toList());
  }

  private static String pipeline(Path path, String step) {
    return """
        version: 1
        name: recipe
        sources: {events: {type: file, path: "%s"}}
        steps: [{id: numbered, %s}]
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        settings: {parallelism: 2}
        """
        .formatted(path, step);
  }
}
