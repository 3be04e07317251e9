// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.rewrite.Addition;
import io.drey.state.rewrite.Conversion;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether keyed state of ForSt may become canonical, which ForSt does not restore.
 *
 * @param isAllowed whether that was asked for
 * @param cure how to ask for it
 * @param isSaid whether to say what that means
 */
record CanonicalChange(BooleanSupplier isAllowed, String cure, boolean isSaid) {
  /** Of a command that is there for it. */
  static final CanonicalChange ALWAYS = new CanonicalChange(() -> true, "", false);

  /** Of a command for which there is no reason to. */
  static final CanonicalChange NEVER =
      new CanonicalChange(() -> false, "convert the savepoint first, by drey state convert", false);

  /** Adds an option for it to those of a command. */
  static CanonicalChange option(Options options) {
    Flag flag =
        options.flag(
            "--canonical",
            "if keyed state is ForSt's, convert that of all operators, for hashmap and RocksDB");
    return new CanonicalChange(flag::isGiven, "--canonical converts that of all operators", true);
  }

  /** Returns changes with what has to change with them. */
  List<OperatorEdit> allowed(SnapshotFiles source, List<OperatorEdit> edits, Terminal terminal) {
    OperatorSnapshot left = Conversion.leftByForSt(source, edits, false);
    if (left == null) {
      return edits;
    }
    check(left);
    if (isSaid) {
      terminal
          .err()
          .println(
              "all keyed state becomes canonical: the result starts on hashmap and RocksDB only");
    }
    return Conversion.with(edits);
  }

  /** Checks that an operator may be added to those that stay the same. */
  void check(SnapshotFiles source, List<OperatorEdit> same, Addition addition) {
    OperatorSnapshot left = Conversion.leftByForSt(source, same, addition.hasKeyedState());
    if (left != null) {
      check(left);
    }
  }

  private void check(OperatorSnapshot left) {
    if (!isAllowed.getAsBoolean()) {
      throw new RefusedException(
          left.id(), "its keyed state is ForSt's, which restores no canonical files: " + cure);
    }
  }
}
