// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with a function is said when the job is built. */
class StatefulBuildTest {
  private static final String NAME = StatefulBuildTest.class.getName();

  /** A record, which has no constructor without arguments. */
  public record Count(long events) {}

  private static final class WithoutInitialState
      implements StatefulFunction<String, String, Count, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Count onEvent(String event, Count count, Context<String, String> ctx) {
      return count;
    }
  }

  @Test
  void namesBothWaysToAnInitialStateWhereThereIsNone() {
    assertRefused(
        new WithoutInitialState(),
        "Cannot instantiate "
            + NAME
            + "$Count: it has no public constructor without arguments (add one, or override"
            + " initialState() in "
            + NAME
            + "$WithoutInitialState)");
  }

  private static final class WithNull implements StatefulFunction<String, String, Count, String> {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("NullAway") // that is the mistake
    public Count initialState() {
      return null;
    }

    @Override
    public Count onEvent(String event, Count count, Context<String, String> ctx) {
      return count;
    }
  }

  @Test
  void refusesAnInitialStateThatIsNull() {
    assertRefused(
        new WithNull(),
        "Invalid initial state: must not be null but was null in " + NAME + "$WithNull");
  }

  @Test
  void refusesALambdaWithoutTheTypeOfItsState() {
    StatefulFunction<String, String, Tally.Seen, String> lambda = (event, seen, ctx) -> seen;

    assertRefused(
        lambda,
        "Cannot find the type of the state of "
            + lambda.getClass().getName()
            + ": implement StatefulFunction in a class that names it, or pass it, as for a lambda:"
            + " Stateful.on(events, function, TypeInformation.of(State.class), options, resultType,"
            + " uid)");
  }

  @Test
  void takesALambdaWithTheTypeOfItsState() {
    Stateful.on(
        TestingStateful.keyed(events()),
        (event, seen, ctx) -> seen,
        Types.POJO(Tally.Seen.class),
        StatefulOptions.forever(),
        Types.STRING,
        "lambda");
  }

  private static final class WithObject
      implements StatefulFunction<String, String, Object, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object onEvent(String event, Object state, Context<String, String> ctx) {
      return state;
    }
  }

  @Test
  void refusesStateThatNoSavepointDescribes() {
    assertRefused(
        new WithObject(),
        "Cannot store java.lang.Object: a savepoint cannot describe it, java.lang.Object (declare"
            + " the actual class)");
  }

  /** Flink's own search for its type never ends. */
  public static final class Node {
    public List<Node> children = List.of();
  }

  private static final class WithNode implements StatefulFunction<String, String, Node, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Node onEvent(String event, Node node, Context<String, String> ctx) {
      return node;
    }
  }

  @Test
  void refusesStateThatHoldsItself() {
    assertRefused(
        new WithNode(),
        "Cannot store the state of "
            + NAME
            + "$WithNode: its type contains itself (store references as keys of a map)");
  }

  private static final class Unserializable
      implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;

    private final Object lock = new Object();

    @Override
    public Tally.@Nullable Seen onEvent(
        String event, Tally.Seen seen, Context<String, String> ctx) {
      return lock.equals(event) ? null : seen;
    }
  }

  @Test
  void refusesAFunctionThatCannotBeSent() {
    assertRefused(
        new Unserializable(),
        "Cannot serialize "
            + NAME
            + "$Unserializable: java.lang.Object is not serializable (hold it in a transient field,"
            + " or make it serializable)");
  }

  private static final class WithOutputs
      implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;

    private final String first;
    private final String second;

    WithOutputs(String first, String second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public Tally.Seen onEvent(String event, Tally.Seen seen, Context<String, String> ctx) {
      return seen;
    }

    @Override
    public List<OutputTag<?>> outputs() {
      return List.of(new OutputTag<>(first, Types.STRING), new OutputTag<>(second, Types.STRING));
    }
  }

  @Test
  void refusesOutputsThatCannotBeToldApart() {
    assertRefused(new WithOutputs("a", "a"), "Invalid outputs: must differ but were a, a");
    assertRefused(
        new WithOutputs("a", "invalid"),
        "Invalid output: must differ from those of every step but was invalid");
  }

  private static void assertRefused(
      StatefulFunction<String, String, ?, String> function, String message) {
    assertThatThrownBy(() -> TestingStateful.on(events(), function, StatefulOptions.forever()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static DataStream<String> events() {
    return StreamExecutionEnvironment.getExecutionEnvironment().fromData("unused");
  }
}
