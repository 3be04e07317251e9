// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.kv.KvResults.Trigger;
import io.drey.operators.rule.Condition;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The outputs for some of the changes. */
class KvTriggersTest {
  private static final List<Timed<String>> INPUT =
      List.of(
          new Timed<>("set users u1 {\"tier\":\"gold\"}", 0),
          new Timed<>("set users u2 {\"tier\":\"gold\"} ttl 10", 1),
          new Timed<>("set config u1 {\"tier\":\"gold\"}", 2),
          new Timed<>("set users u1 {\"tier\":\"iron\"}", 3),
          new Timed<>("delete users u1", 4),
          new Timed<>("delete users u1", 5),
          new Timed<>("get users u2", 6));

  @Test
  void firesForTheScopeAndKeyItIsAbout() throws Exception {
    assertThat(
            behind(
                "t ",
                trigger("users", "u1", change -> true),
                trigger("other", "users", "u9", change -> true)))
        .containsExactly(
            "created users u1 null->{\"tier\":\"gold\"} at 0 until null @ 0",
            "updated users u1 {\"tier\":\"gold\"}->{\"tier\":\"iron\"} at 3 until null @ 3",
            "deleted users u1 {\"tier\":\"iron\"}->null at 4 until null @ 4");
  }

  @Test
  void firesForAnyScopeOrKeyUnlessItSays() throws Exception {
    assertThat(behind("t ", trigger("users", null, change -> change.startsWith("created"))))
        .containsExactly(
            "created users u1 null->{\"tier\":\"gold\"} at 0 until null @ 0",
            "created users u2 null->{\"tier\":\"gold\"} at 1 until 11 @ 1");
    assertThat(behind("t ", trigger(null, "u1", change -> change.startsWith("created"))))
        .containsExactly(
            "created users u1 null->{\"tier\":\"gold\"} at 0 until null @ 0",
            "created config u1 null->{\"tier\":\"gold\"} at 2 until null @ 2");
    assertThat(behind("t ", trigger(null, null, change -> true)))
        .containsExactlyElementsOf(behind("changes "));
  }

  @Test
  void firesForAnExpiryAtItsInstant() throws Exception {
    assertThat(behind("t ", trigger(null, null, change -> change.startsWith("expired"))))
        .containsExactly("expired users u2 {\"tier\":\"gold\"}->null at 11 until 11 @ 11");
  }

  @Test
  void aChangeItCannotJudgeDoesNotFireAndIsNotLost() throws Exception {
    Condition<String> choosy =
        change -> {
          if (change.contains("iron")) {
            throw new InvalidEventException("Cannot judge iron");
          }
          return true;
        };

    assertThat(run(trigger("users", "u1", choosy), trigger("every", "users", "u1", any -> true)))
        .filteredOn(record -> !record.startsWith("every"))
        .containsExactlyElementsOf(run(trigger("users", "u1", change -> !change.contains("iron"))))
        .filteredOn(record -> record.startsWith("t "))
        .hasSize(1);
  }

  @Test
  void triggersHaveNamesOfTheirOwn() {
    assertThatThrownBy(() -> run(trigger("changes", null, null, change -> true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid triggers: must have different names but was 'changes'");
    assertThatThrownBy(
            () -> run(trigger("a", null, change -> true), trigger("b", null, change -> true)))
        .hasMessage("Invalid triggers: must have different names but was 't'");
  }

  private static Trigger<String> trigger(
      @Nullable String scope, @Nullable String key, Condition<String> when) {
    return trigger("t", scope, key, when);
  }

  private static Trigger<String> trigger(
      String name, @Nullable String scope, @Nullable String key, Condition<String> when) {
    return new Trigger<>(name, scope, key, when);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<String> behind(String output, Trigger<String>... triggers) throws Exception {
    return run(triggers).stream()
        .filter(record -> record.startsWith(output))
        .map(record -> record.substring(output.length()))
        .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<String> run(Trigger<String>... triggers) throws Exception {
    KvResults<String, String, String> results =
        CommandLines.results().triggering(List.of(triggers));
    return Sameness.of(
            Types.STRING,
            lines ->
                KvStore.on(lines, new CommandLines(), results, KvOptions.lasting(), null, "store")
                    .answers())
        .run(INPUT);
  }
}
