// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.OutputOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.inspect.Finding;
import io.drey.state.inspect.SavepointCheck;
import io.drey.state.rewrite.Addition;
import io.drey.state.rewrite.RewriteTarget;
import io.drey.state.rewrite.SavepointRewrite;
import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a savepoint and checks it before it gets its name. */
final class SavepointWriting {
  private final Terminal terminal;
  private final SnapshotFiles source;
  private final @Nullable Path target;
  private final boolean isStrict;
  private final CanonicalChange canonical;
  private boolean hasWarnings;

  /**
   * @param target the directory of the new savepoint; null if none is written
   * @param isStrict whether warnings about what was written lead to exit code 5
   * @param canonical whether state of ForSt may become canonical
   */
  SavepointWriting(
      Terminal terminal,
      SnapshotFiles source,
      @Nullable Path target,
      boolean isStrict,
      CanonicalChange canonical) {
    this.terminal = terminal;
    this.source = source;
    this.target = target;
    this.isStrict = isStrict;
    this.canonical = canonical;
  }

  /** The savepoint from which it is written. */
  SnapshotFiles source() {
    return source;
  }

  /** Whether nothing is to be written. */
  boolean isDryRun() {
    return target == null;
  }

  /** Ends a dry run. */
  void sayHowToWrite() {
    terminal.err().println("nothing is written: see --execute");
  }

  /** The exit code of a command that succeeded. */
  int exitCode() {
    return hasWarnings && isStrict ? ExitCode.INCOMPATIBLE_STATE : ExitCode.OK;
  }

  /** Writes the savepoint, or in a dry run only tries it out. */
  List<StateResult> apply(List<OperatorEdit> edits) {
    List<OperatorEdit> allowed = allowed(edits);
    return isDryRun() ? tryOut(allowed) : write(allowed);
  }

  /**
   * Returns changes with what has to change with them.
   *
   * @throws RefusedException if ForSt would not restore what they leave, and that is not allowed
   */
  List<OperatorEdit> allowed(List<OperatorEdit> edits) {
    return canonical.allowed(source, edits, terminal);
  }

  /** Returns what would become of the states, and writes nothing. */
  List<StateResult> tryOut(List<OperatorEdit> edits) {
    try (ReadingLine line = line(edits)) {
      return SavepointRewrite.write(source, edits, RewriteTarget.NOWHERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable ReadingLine line(List<OperatorEdit> edits) {
    return ReadingLine.beforeRows(
        terminal, source, edits.stream().map(OperatorEdit::source).toList());
  }

  /** Writes the savepoint and returns what became of the states that were written anew. */
  List<StateResult> write(List<OperatorEdit> edits) {
    return write(edits, List.of());
  }

  /** Writes the savepoint with another operator. */
  void writeWith(Addition addition) {
    List<OperatorEdit> same =
        source.metadata().operators().stream().map(OperatorEdit::none).toList();
    canonical.check(source, same, addition);
    List<StateResult> unused = write(same, List.of(addition));
  }

  private List<StateResult> write(List<OperatorEdit> edits, List<Addition> additions) {
    Path output = Objects.requireNonNull(target);
    try (SavepointDirectory directory = OutputOption.create(output)) {
      List<StateResult> results;
      try (ReadingLine line = line(edits)) {
        results = SavepointRewrite.write(source, edits, additions, RewriteTarget.of(directory));
      }
      check(directory);
      directory.complete();
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + output + ": " + e.getMessage(), e);
    }
  }

  private void check(SavepointDirectory directory) {
    SavepointCheck check = SavepointCheck.of(source.another(directory.incomplete().toString()));
    for (Finding finding : check.findings()) {
      String where = finding.operator() == null ? "" : finding.operator() + ": ";
      if (finding.isDamage()) {
        throw new SavepointException(
            source.toString(), "what was written of it is damaged: " + where + finding.finding());
      }
      terminal.error("warning: " + where + finding.finding());
      hasWarnings = true;
    }
    terminal.err().println("wrote " + check.summary());
  }
}
