package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.Terminal;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadITCase {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @EnumSource
  void printsTheRowsOfAState(Snapshots snapshot) {
    int exit = read(snapshot.path(), "--operator", "many-states", "--state", "counts");

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(out.toString().lines())
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream()
                .filter(row -> row.contains("\"state\":\"counts\""))
                .toList());
  }

  @Test
  void printsAllStatesOfAnOperator() {
    Path snapshot = Snapshots.CANONICAL_OF_HASHMAP.path();

    read(snapshot, "--operator", "many-states");
    assertThat(out.toString().lines()).hasSameSizeAs(ExpectedRows.ofManyStates());

    out.getBuffer().setLength(0);
    read(snapshot, "--operator", "subtask-states");
    assertThat(out.toString().lines())
        .containsExactlyElementsOf(Rows.operator(snapshot, "subtask-states"));
  }

  @Test
  void stopsAtTheLimit() {
    assertThat(read(Snapshots.NATIVE_OF_ROCKSDB.path(), "--operator", "windows", "--limit", "3"))
        .isZero();
    assertThat(out.toString().lines()).hasSize(3);
  }

  @Test
  void namesTheOperatorsAndStatesThatThereAre() {
    Path snapshot = Snapshots.CANONICAL_OF_HASHMAP.path();

    assertThat(read(snapshot, "--operator", "window")).isEqualTo(2);
    assertThat(read(snapshot, "--operator", "windows", "--state", "contents")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "drey: Unknown operator: 'window' (known: "
                + String.join(", ", operators())
                + ")"
                + " (see drey state read --help)",
            "drey: Unknown state: 'contents' (known: _timer_state/event_window-timers,"
                + " _timer_state/processing_window-timers, window-contents)"
                + " (see drey state read --help)");
  }

  private static List<String> operators() {
    List<String> operators = new ArrayList<>();
    SavepointReport.of(Snapshots.CANONICAL_OF_HASHMAP.path().toString())
        .operators()
        .forEach(operator -> operators.add(operator.id().toString()));
    operators.sort(null);
    return operators;
  }

  @Test
  void printsWhatIsReadableOfADamagedSavepoint(@TempDir Path directory) throws IOException {
    Path metadata = directory.resolve("_metadata");
    Files.copy(Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP.path().resolve("_metadata"), metadata);

    int exit = read(directory, "--operator", "many-states");

    assertThat(exit).isEqualTo(6);
    assertThat(err.toString()).startsWith("drey: Cannot read " + directory);
  }

  private int read(Path snapshot, String... options) {
    List<String> arguments = new ArrayList<>(List.of("state", "read", snapshot.toString()));
    arguments.addAll(List.of(options));
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), false, false);
    return io.drey.jobs.cli.Main.execute(terminal, Main.COMMANDS, arguments.toArray(new String[0]));
  }
}
