// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.text.TextFit;
import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.script.Entries;
import io.drey.operators.script.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Runs a script on one event after another, all of which share its state. */
final class ScriptRun implements Scope<String, Event> {
  private static final String KEY =
      Objects.requireNonNull(KeyPaths.NONE.read(Event.of("{}")), "key");

  private final EventScript script;
  private final EntriesInMemory entries = new EntriesInMemory();
  private final List<String> before = new ArrayList<>();
  private final List<String> emitted = new ArrayList<>();

  ScriptRun(EventScript script) {
    this.script = script;
  }

  /** What the script emits for an event, or why it failed, which changes no state. */
  List<String> run(Event event) {
    emitted.clear();
    try {
      script.run(event, this);
    } catch (ExpressionFailedException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    before.add(0, event.toString());
    return emitted.isEmpty() ? List.of("emits nothing") : List.copyOf(emitted);
  }

  /** The state as JSON. */
  String shownState() {
    return TextFit.printable(entries.json());
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Entries state() {
    return entries;
  }

  @Override
  public @Nullable Long timestamp() {
    return null;
  }

  @Override
  public void emit(Event record) {
    emitted.add("emits " + TextFit.printable(record.toString()));
  }

  @Override
  public <X> void emit(OutputTag<X> tag, X record) {
    emitted.add("emits to " + tag.getId() + ' ' + TextFit.printable(String.valueOf(record)));
  }

  @Override
  public List<String> lastEvents(int number) {
    return List.copyOf(before.subList(0, Math.min(number, before.size())));
  }

  /** Nothing counts them here. */
  @Override
  public void skip(long values) {}
}
