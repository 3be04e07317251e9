// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.operators.kv.update.OpType;
import io.drey.operators.kv.update.Update;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each op made in Java does what the same op in JSON does. */
class OpsTest {
  private static final List<String> VALUES =
      List.of(
          "null", "5", "'x'", "[1]", "{}", "{'n':1}", "{'n':'x'}", "{'n':[1]}", "{'n':{'m':2}}");

  /** An op in Java and in JSON. */
  record Written(UpdateOp op, String json) {}

  private static List<Written> written(OpType type) {
    return switch (type) {
      case SET ->
          List.of(
              new Written(Ops.set("n").value("x"), "{'type':'set','path':'n','value':'x'}"),
              new Written(Ops.set("n", "m").value(1), "{'type':'set','path':['n','m'],'value':1}"),
              new Written(Ops.set().value(null), "{'type':'set','value':null}"));
      case MERGE ->
          List.of(
              new Written(
                  Ops.merge().value(Map.of("m", List.of(1))), "{'type':'merge','value':{'m':[1]}}"),
              new Written(
                  Ops.merge("n").value(new Point(1, 2)),
                  "{'type':'merge','path':'n','value':{'x':1,'y':2}}"));
      case INCREMENT ->
          List.of(
              new Written(Ops.increment("n"), "{'type':'increment','path':'n'}"),
              new Written(Ops.increment("n").by(2), "{'type':'increment','path':'n','by':2}"),
              new Written(
                  Ops.increment().by(new BigDecimal("0.10")), "{'type':'increment','by':0.10}"));
      case DECREMENT ->
          List.of(
              new Written(Ops.decrement(), "{'type':'decrement','path':''}"),
              new Written(
                  Ops.decrement("n", "m").by(2), "{'type':'decrement','path':['n','m'],'by':2}"));
      case APPEND ->
          List.of(
              new Written(Ops.append("n").value("y"), "{'type':'append','path':'n','value':'y'}"),
              new Written(Ops.append().value(List.of()), "{'type':'append','value':[]}"));
      case REMOVE ->
          List.of(
              new Written(Ops.remove("n"), "{'type':'remove','path':'n'}"),
              new Written(Ops.remove("n", "m"), "{'type':'remove','path':['n','m']}"),
              new Written(Ops.remove(), "{'type':'remove','path':[]}"));
      case TEST ->
          List.of(
              new Written(Ops.test("n").value(1.0), "{'type':'test','path':'n','value':1}"),
              new Written(Ops.test("n").value(null), "{'type':'test','path':'n','value':null}"));
    };
  }

  @ParameterizedTest
  @EnumSource
  void doesWhatItDoesInJson(OpType type) {
    for (Written written : written(type)) {
      String ops = "[" + written.op().json() + "]";
      assertThat(written.op().json().path("type").textValue()).isEqualTo(type.text());
      for (@Nullable JsonNode before : befores()) {
        assertThat(Update.of(JsonTrees.read(ops), false).apply(before))
            .as("%s of %s", written.json(), before)
            .isEqualTo(Update.of(tree("[" + written.json() + "]"), false).apply(before));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isMadeByTheMethodOfItsName(OpType type) {
    assertThat(Arrays.stream(Ops.class.getMethods()).map(method -> method.getName()))
        .contains(type.text());
  }

  @Test
  void keepsTheOrderOfOps() {
    assertThat(Command.update("s", "k", Ops.test("n").value(1), Ops.increment("n")).ops())
        .isEqualTo(
            tree("[{'type':'test','path':['n'],'value':1},"
                    + "{'type':'increment','path':['n'],'by':1}]")
                .toString());
  }

  /** None and each of the values. */
  private static List<@Nullable JsonNode> befores() {
    List<@Nullable JsonNode> befores = new ArrayList<>();
    befores.add(null);
    VALUES.forEach(value -> befores.add(tree(value)));
    return befores;
  }

  private static JsonNode tree(String json) {
    return JsonTrees.read(json.replace('\'', '"'));
  }

  /** A value of a class. */
  record Point(int x, int y) {}
}
