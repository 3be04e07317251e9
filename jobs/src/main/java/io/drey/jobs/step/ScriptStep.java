// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.KeyScript;
import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.expression.ScriptPlace;
import io.drey.jobs.expression.ScriptUses;
import io.drey.jobs.expression.StateUse;
import io.drey.jobs.expression.call.Surroundings;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.script.Clock;
import io.drey.operators.script.Memory;
import io.drey.operators.script.Program;
import io.drey.operators.script.Remembered;
import io.drey.operators.script.Script;
import io.drey.operators.script.ScriptOptions;
import io.drey.operators.script.ScriptState;
import io.drey.operators.script.TimestampedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Runs a script on each event, with state that the script manages. */
public record ScriptStep(
    @Option("the field or fields that make up the key; all events share one state if left out")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("runs once per key, before its first event") @Nullable KeyScript begin,
    @Option("runs for each event, which it may change") EventScript event,
    @Option("runs once per key, at the end of input") @Nullable KeyScript end,
    @Option("constant values, which scripts read as config") @Nullable ScriptConfig config,
    @Option("how long a state entry lives after it was last set; forever if left out")
        @Nullable Duration ttl,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public ScriptStep {
    KeyedSettings.check(maxKeys);
    ScriptOptions.check(ttl);
    if (key == null) {
      Global.check(maxKeys);
    }
    if (config == null) {
      checkNoConfig("begin", begin == null ? null : begin.uses());
      checkNoConfig("event", event.uses());
      checkNoConfig("end", end == null ? null : end.uses());
    }
  }

  private static void checkNoConfig(String script, @Nullable ScriptUses uses) {
    if (uses != null && uses.config()) {
      throw new IllegalArgumentException(
          "Invalid " + script + ": reads config, which the step lacks (config: {name: value})");
    }
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    EventScript onEvent = event.within(context.id(), config);
    Surroundings around = onEvent.around();
    KeyPaths keyPaths = key == null ? KeyPaths.NONE : key;
    Program<String, Event, Event> program =
        new Program<>(
            begin == null ? null : begin.within(around),
            onEvent,
            end == null ? null : new EndOfKey(end.within(around), keyPaths),
            window() == 0 ? null : new Memory<>(window(), Event::toString));
    ScriptOptions options = new ScriptOptions(ttl, context.settings(maxKeys));
    return Script.on(events, program, options, EventTypeInfo.STREAM, context.id());
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    ScriptOptions options = new ScriptOptions(ttl, new KeyedSettings(time, maxKeys));
    String withEntries = isPerKey() ? "one a key" : "freed with the key's last entry";
    List<StateContract> states = new ArrayList<>();
    if (window() > 0) {
      states.addAll(lastEvents(id, options));
    }
    if (ttl == null) {
      states.add(entries(id, options, "freed by the script"));
      states.add(StateContract.of(id, ScriptState.size(), Types.LONG, withEntries));
      return states;
    }
    String bound = "freed once time is " + DurationText.of(ttl) + " past it";
    if (time == TimeDomain.EVENT_TIME) {
      states.add(StateContract.of(id, ScriptState.expiringEntries(), TimestampedText.TYPE, bound));
      states.add(
          StateContract.of(
              id,
              ScriptState.clock(),
              Clock.TYPE,
              isPerKey() ? "one a key" : "freed once time has passed the key and its entries"));
      return states;
    }
    states.add(entries(id, options, bound));
    states.add(StateContract.of(id, ScriptState.seenKey(), Types.BOOLEAN, "one a key"));
    return states;
  }

  private List<StateContract> lastEvents(String id, ScriptOptions options) {
    String most = window() + " a key";
    String bound =
        ttl == null ? most : most + ", freed once time is " + DurationText.of(ttl) + " past it";
    return List.of(
        StateContract.of(id, ScriptState.lastEvents(options), TimestampedText.TYPE, bound),
        StateContract.of(id, ScriptState.remembered(options), Remembered.TYPE, "with last-events"));
  }

  /** How many of a key's last events state keeps. */
  private int window() {
    return event.uses().window();
  }

  private static StateContract entries(String id, ScriptOptions options, String bound) {
    return StateContract.of(id, ScriptState.entries(options), Types.STRING, bound);
  }

  /** Whether state records which keys have been seen. */
  private boolean isPerKey() {
    return begin != null || end != null;
  }

  /** If all entry names are literals in the script, the size of one state is bounded. */
  @Override
  public boolean isBounded() {
    if (key == null) {
      return ttl != null || stateUse() != StateUse.ANY;
    }
    boolean isStateless = stateUse() == StateUse.NONE && window() == 0;
    return !isPerKey() && (ttl != null || isStateless);
  }

  @Override
  public String growth() {
    return "it grows with every new " + (key == null ? "entry" : "key");
  }

  private StateUse stateUse() {
    StateUse use = event.stateUse();
    use = begin == null ? use : use.or(begin.stateUse());
    return end == null ? use : use.or(end.stateUse());
  }

  @Override
  public String skipped(long values) {
    return String.format(
        Locale.ROOT,
        "%,d %s of a number and a text gave null (number(…) makes a number of the text; text +"
            + " number is a text)",
        values,
        values == 1 ? "sum" : "sums");
  }

  @Override
  public @Nullable ScriptPlace originUse() {
    return event.uses().meta();
  }

  @Override
  public @Nullable String endOfRun() {
    return event.end();
  }

  @Override
  public boolean mayEndRun() {
    return event.uses().stop();
  }

  @Override
  public boolean needsTime() {
    return ttl != null;
  }

  @Override
  public List<OptionProblem> eventTimeWarnings() {
    if (ttl == null || end == null || end.stateUse() == StateUse.NONE) {
      return List.of();
    }
    String why = "Empty state in 'end': at the end of input every ttl has passed";
    String remedy = " (leave out 'ttl', or emit from 'event')";
    return List.of(new OptionProblem(List.of("end"), why + remedy));
  }
}
