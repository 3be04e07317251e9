// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.option.InvalidOptionsException;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.kv.KvOptions;
import io.drey.operators.kv.KvResults;
import io.drey.operators.kv.KvStore;
import io.drey.operators.kv.KvStreams;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.rule.Uids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Stores values by scope and key, as commands say. */
public record KvStep(
    @Option(
            value = "the order in which the commands on a scope are executed",
            byDefault = "arrival")
        Order order,
    @Option("how long an entry lives whose command sets no ttl; forever if left out")
        @Nullable Duration ttl,
    @Option(value = "the maximum size of a value, as JSON", byDefault = "1MiB")
        MemorySize maxValueBytes,
    @Option(value = "named outputs for selected changes, by name", byDefault = "{}")
        Map<String, TriggerOption> triggers,
    @Option(
            value = "the fields that a command may have besides its own and the time's",
            byDefault = "[]")
        List<FieldPath> ignore,
    @Option(
            "roughly the number of scopes to keep, and of keys in each; beyond it the least"
                + " recently used are evicted")
        @Nullable Integer maxKeys)
    implements StatefulStep {
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final List<String> TAKEN = List.of(KvStore.CHANGES, OrderByTime.LATE, "main");

  public KvStep {
    KeyedSettings.check(maxKeys);
    KvOptions.check(ttl, asInt(maxValueBytes));
    List<OptionProblem> problems = new ArrayList<>();
    triggers.keySet().forEach(name -> check(name, problems));
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems, null);
    }
  }

  private static void check(String trigger, List<OptionProblem> problems) {
    String rule = null;
    if (!KEBAB.matcher(trigger).matches()) {
      rule = "be in kebab-case, like 'gold-users',";
    } else if (TAKEN.contains(trigger)) {
      rule = "be none of " + String.join(", ", TAKEN);
    }
    if (rule != null) {
      problems.add(
          new OptionProblem(
              List.of("triggers", trigger),
              "Invalid trigger: must " + rule + " but was '" + trigger + "'"));
    }
  }

  private static int asInt(MemorySize size) {
    return (int) Math.min(size.getBytes(), Integer.MAX_VALUE);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    KvStreams<Event, Event, Event> streams =
        KvStore.on(
            input,
            new EventCommands(ignored(context)),
            results(),
            new KvOptions(ttl, asInt(maxValueBytes), context.settings(maxKeys)),
            order == Order.EVENT_TIME ? context.exactTime() : null,
            context.id());
    Map<String, DataStream<Event>> named = new LinkedHashMap<>();
    named.put(KvStore.CHANGES, streams.changes());
    triggers.keySet().forEach(name -> named.put(name, streams.triggered(name)));
    if (streams.late() != null) {
      named.put(OrderByTime.LATE, streams.late());
    }
    return new NamedStreams(streams.answers(), named);
  }

  private List<FieldPath> ignored(StepContext context) {
    List<FieldPath> ignored = new ArrayList<>(ignore);
    ignored.addAll(context.timeFields());
    return ignored;
  }

  private KvResults<Event, Event, Event> results() {
    ArrayList<KvResults.Trigger<Event>> some = new ArrayList<>();
    triggers.forEach((name, trigger) -> some.add(trigger.named(name)));
    return new KvResults<>(
        new EventAnswer(), EventTypeInfo.STREAM, new EventChange(), EventTypeInfo.STREAM, some);
  }

  @Override
  public List<String> outputs() {
    List<String> outputs = new ArrayList<>();
    outputs.add(KvStore.CHANGES);
    outputs.addAll(triggers.keySet());
    if (order == Order.EVENT_TIME) {
      outputs.add(OrderByTime.LATE);
    }
    return outputs;
  }

  @Override
  public List<String> byProducts() {
    return List.of(KvStore.CHANGES);
  }

  @Override
  public List<StateContract> state(String id, TimeDomain time) {
    return KvContracts.of(this, id);
  }

  @Override
  public KeyPaths key() {
    return EventCommands.KEY;
  }

  @Override
  public List<String> uidSuffixes() {
    return List.of(Uids.KEY, Uids.ORDER, Uids.LATE, Uids.GROUPS);
  }

  @Override
  public List<String> uidSuffixesToSort() {
    return List.of(Uids.ORDER, Uids.LATE);
  }

  @Override
  public boolean isBounded() {
    return ttl != null;
  }

  @Override
  public boolean breaksWithTime() {
    return false;
  }

  @Override
  public boolean needsTime() {
    return ttl != null;
  }
}
