// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import io.drey.jobs.cli.output.Style;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.probe.Tap;
import io.drey.jobs.text.TextFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Lines on standard error with the events that taps have taken, and at the end how many they have
 * not.
 */
final class TapLines implements Consumer<RunCounts> {
  private final Terminal terminal;
  private final List<Tap> taps;
  private final UnaryOperator<String> mask;
  private final Consumer<List<String>> lines;

  /**
   * @param mask hides secrets
   * @param lines prints them
   */
  TapLines(
      Terminal terminal, List<Tap> taps, UnaryOperator<String> mask, Consumer<List<String>> lines) {
    this.terminal = terminal;
    this.taps = taps;
    this.mask = mask;
    this.lines = lines;
  }

  @Override
  public void accept(RunCounts counts) {
    print(List.of());
  }

  private void print(List<String> last) {
    List<String> found = new ArrayList<>();
    for (Tap tap : taps) {
      tap.look().forEach(taken -> found.add(line(tap, taken)));
    }
    found.addAll(last);
    if (!found.isEmpty()) {
      lines.accept(found);
    }
  }

  private String line(Tap tap, Tap.Taken taken) {
    return name(tap) + " #" + taken.number() + ' ' + TextFit.printable(mask.apply(taken.text()));
  }

  private String name(Tap tap) {
    return terminal.styledErr(Style.NAME, tap.output().toString());
  }

  /** Prints the last ones, and how many were not shown. */
  void end() {
    print(
        taps.stream()
            .filter(tap -> tap.taken() < Math.max(1, tap.seen()))
            .map(this::rest)
            .toList());
  }

  private String rest(Tap tap) {
    String shown =
        tap.seen() == 0
            ? "no events"
            : String.format(Locale.ROOT, "%,d of %,d events shown", tap.taken(), tap.seen());
    return name(tap) + ": " + shown;
  }
}
