// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.OutputOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.inspect.Finding;
import io.drey.state.inspect.SavepointCheck;
import io.drey.state.rewrite.RewriteTarget;
import io.drey.state.rewrite.SavepointRewrite;
import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes a savepoint and checks it before it gets its name. */
final class SavepointWriting {
  private final Terminal terminal;
  private final SnapshotFiles source;
  private boolean hasWarnings;

  SavepointWriting(Terminal terminal, SnapshotFiles source) {
    this.terminal = terminal;
    this.source = source;
  }

  /** Runs a command that writes, and returns its exit code. */
  static int report(Terminal terminal, IntSupplier writing) {
    try {
      return writing.getAsInt();
    } catch (RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.INCOMPATIBLE_STATE;
    } catch (SavepointException e) {
      terminal.error(e.getMessage());
      return e.isUnsupported() ? ExitCode.INCOMPATIBLE_STATE : ExitCode.UNREADABLE_SAVEPOINT;
    }
  }

  /** Whether there was a warning about what was written. */
  boolean hasWarnings() {
    return hasWarnings;
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
    return ReadingLine.of(terminal, source, edits.stream().map(OperatorEdit::source).toList());
  }

  /** Writes the savepoint and returns what became of the states that were written anew. */
  List<StateResult> write(List<OperatorEdit> edits, Path output) {
    try (SavepointDirectory directory = OutputOption.create(output)) {
      List<StateResult> results;
      try (ReadingLine line = line(edits)) {
        results = SavepointRewrite.write(source, edits, RewriteTarget.of(directory));
      }
      check(directory);
      directory.complete();
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + output + ": " + e.getMessage(), e);
    }
  }

  private void check(SavepointDirectory directory) {
    SavepointCheck check =
        SavepointCheck.of(
            SnapshotFiles.at(directory.incomplete().toString(), source.directories()));
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
