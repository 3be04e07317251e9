// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.jobs.text.CountText;
import io.drey.state.inspect.Finding.Severity;
import io.drey.state.read.RowReader;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot to its end, and reports damage and what may cause trouble later. */
public final class SavepointCheck {
  private static final String CANONICAL =
      "name the job's jar with --jar, or have the job take a canonical savepoint";
  private static final String RESTORE = "restore from another savepoint or checkpoint";

  /** How a type is shown whose serializer no class of Flink that is known has written. */
  private static final Pattern UNKNOWN_OF_FLINK =
      Pattern.compile("\\borg\\.apache\\.flink\\.[^\\s<>(),]*(Snapshot|Serializer)[^\\s<>(),]*");

  private final SnapshotFiles files;
  private final Metadata metadata;
  private final List<Finding> findings = new ArrayList<>();
  private boolean isReadWhole = true;
  private boolean hasTimers;
  private boolean hasDatabases;
  private long rows;
  private long bytes;

  private SavepointCheck(SnapshotFiles files) {
    this.files = files;
    this.metadata = files.metadata();
  }

  /**
   * Checks a snapshot.
   *
   * @throws SavepointException if its metadata cannot be read
   */
  public static SavepointCheck of(SnapshotFiles files) {
    SavepointCheck check = new SavepointCheck(files);
    check.metadata.operators().forEach(check::check);
    check.checkTimers();
    return check;
  }

  /** Damage first. */
  public List<Finding> findings() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::severity));
    return sorted;
  }

  /** Whether everything was read, though perhaps not decoded. */
  public boolean isReadWhole() {
    return isReadWhole;
  }

  /** How much was read. */
  public String summary() {
    String operators = CountText.of(metadata.operators().size(), "operator", "operators");
    String entries = CountText.of(rows, "entry", "entries");
    return operators + ", " + entries + ", " + CountText.of(bytes, "byte", "bytes");
  }

  private void check(OperatorSnapshot operator) {
    String id = operator.id().toString();
    bytes += operator.bytes();
    findFiles(operator).forEach(damage -> damaged(id, damage));
    RowReader.Outcome outcome = RowReader.check(files, operator);
    rows += outcome.rows();
    outcome.damage().forEach(damage -> unread(id, damage, outcome.unsupported()));
    outcome.needed().forEach(needed -> undecodable(id, needed));
    outcome
        .warnings()
        .forEach(odd -> warn(id, null, odd, "check that every subtask updates it in the same way"));
    OperatorReport report = SavepointReport.of(files, operator);
    report.states().forEach(state -> check(id, state));
    hasTimers |= report.states().stream().anyMatch(StateReport::isTimers);
    hasDatabases |=
        operator.subtasks().stream()
            .anyMatch(subtask -> subtask.managedKeyed() instanceof KeyedHandle.Database);
    if (metadata.hasUids() && operator.id().uid() == null && !report.states().isEmpty()) {
      warn(id, null, "the operator has no uid", "set a uid before the job graph changes");
    }
  }

  /** Checks the files from which no entry is read. */
  private List<String> findFiles(OperatorSnapshot operator) {
    List<FileSlice> slices = new ArrayList<>();
    operator.subtasks().stream()
        .map(SubtaskSnapshot::rawOperator)
        .filter(Objects::nonNull)
        .forEach(handle -> slices.add(handle.file()));
    List<String> damage = new ArrayList<>();
    for (FileSlice slice : slices) {
      try {
        files.locate(slice);
      } catch (SavepointException e) {
        damage.add(e.getMessage());
      }
    }
    return damage;
  }

  private void check(String operator, StateReport state) {
    String types = state.keyType() + " " + state.valueType();
    Matcher unknown = UNKNOWN_OF_FLINK.matcher(types);
    if (unknown.find()) {
      warn(
          operator,
          state.name(),
          "unknown serializer of Flink: " + unknown.group(),
          "if the Flink that wrote it has no such class, its name is damaged: " + RESTORE);
    }
    if (types.contains("Kryo<")) {
      warn(
          operator,
          state.name(),
          "serialized by Kryo: " + state.valueType(),
          "use a type that Flink can serialize without Kryo, else its fields can never change");
    }
  }

  /** A native savepoint of RocksDB does not contain the timers of the heap timer service. */
  private void checkTimers() {
    if (hasDatabases && !hasTimers && !files.isCheckpoint()) {
      warn(
          null,
          null,
          "it has no timers: a native savepoint loses those of"
              + " state.backend.rocksdb.timer-service.factory=HEAP",
          "if the job registers timers, take a canonical savepoint");
    }
  }

  private void unread(String operator, String why, Set<String> unsupported) {
    if (unsupported.contains(why)) {
      findings.add(new Finding(Severity.UNSUPPORTED, operator, null, why, CANONICAL));
      isReadWhole = false;
    } else {
      damaged(operator, why);
    }
  }

  private void undecodable(String operator, String needed) {
    findings.add(
        new Finding(
            Severity.UNSUPPORTED,
            operator,
            null,
            "only " + needed + " can decode some of its values",
            "name a jar with that class by --jar"));
  }

  private void damaged(String operator, String damage) {
    findings.add(new Finding(Severity.DAMAGE, operator, null, damage, RESTORE));
    isReadWhole = false;
  }

  private void warn(@Nullable String operator, @Nullable String state, String odd, String advice) {
    findings.add(new Finding(Severity.WARNING, operator, state, odd, advice));
  }
}
