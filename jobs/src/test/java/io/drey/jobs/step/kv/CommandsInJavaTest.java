// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Ops;
import io.drey.operators.kv.command.TypedCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each command made in Java is what the same command in JSON is read as. */
class CommandsInJavaTest {
  private static final EventCommands FORM = new EventCommands(List.of());

  /** A command in Java and in JSON. */
  record Written(Command command, String json) {}

  private static List<Written> written(Operation operation) {
    return switch (operation) {
      case SET ->
          List.of(
              new Written(
                  Command.set("s", "k", Map.of("a", 1)),
                  "{'op':'set','scope':'s','key':'k','value':{'a':1}}"),
              new Written(
                  Command.set("s", "k", "x").lasting(Duration.ofMinutes(10)),
                  "{'op':'set','scope':'s','key':'k','value':'x','ttl':'10m'}"));
      case GET -> List.of(new Written(Command.get("s", "k"), "{'op':'get','scope':'s','key':'k'}"));
      case DELETE ->
          List.of(new Written(Command.delete("s", "k"), "{'op':'delete','scope':'s','key':'k'}"));
      case UPDATE ->
          List.of(
              new Written(
                  Command.update("s", "k", Ops.increment("n").by(2))
                      .atomically()
                      .lasting(Duration.ofSeconds(1)),
                  "{'op':'update','scope':'s','key':'k','atomic':true,'ttl':'1s',"
                      + "'ops':[{'type':'increment','path':['n'],'by':2}]}"));
      case LIST ->
          List.of(
              new Written(Command.list("s"), "{'op':'list','scope':'s'}"),
              new Written(
                  Command.list("s", KeyRange.startingWith("a").from("ab").before("az").first(9)),
                  "{'op':'list','scope':'s','prefix':'a','start':'ab','end':'az','limit':9}"));
      case LIST_GROUPS -> List.of(new Written(Command.listGroups(), "{'op':'list_groups'}"));
      case CLEAR -> List.of(new Written(Command.clear("s"), "{'op':'clear','scope':'s'}"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void isReadFromJson(Operation operation) throws Exception {
    for (Written written : written(operation)) {
      Event json = Event.of(written.json().replace('\'', '"'));
      assertThat(written.command().operation()).isEqualTo(operation);
      assertThat(new TypedCommands().listsGroups(written.command()))
          .isEqualTo(FORM.listsGroups(json));
      if (!FORM.listsGroups(json)) {
        assertThat(FORM.read(json)).isEqualTo(written.command());
      }
    }
  }
}
