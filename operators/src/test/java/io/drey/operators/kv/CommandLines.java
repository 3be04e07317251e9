// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import io.drey.operators.kv.update.OpError;
import io.drey.operators.order.ExactTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Commands, answers and changes as lines: {@code set users u1 5}, {@code set users u1 5 ttl 100}
 * (ms), {@code update users u1 [...] atomic}, {@code list users}, {@code list_groups}. JSON has no
 * blanks.
 */
record CommandLines() implements CommandForm<String> {
  private static final KvResults<String, String, String> RESULTS =
      new KvResults<>(
          CommandLines::answer,
          Types.STRING,
          CommandLines::change,
          Types.STRING,
          new ArrayList<>());

  static KvResults<String, String, String> results() {
    return RESULTS;
  }

  static DataStream<String> answers(DataStream<String> lines, KvOptions options) {
    return attach(lines, options, null).answers();
  }

  static KvStreams<String, String, String> attach(
      DataStream<String> lines, KvOptions options, @Nullable ExactTime<String> order) {
    return KvStore.on(lines, new CommandLines(), RESULTS, options, order, "store");
  }

  @Override
  public boolean listsGroups(String line) {
    return line.startsWith("list_groups");
  }

  @Override
  public String scopeKey(String line) {
    return word(line, 1);
  }

  private static String word(String line, int index) {
    String[] words = line.split(" ", -1);
    return index < words.length ? words[index] : "";
  }

  @Override
  public Command read(String line) throws RefusedException {
    Operation operation = Operation.named(word(line, 0));
    if (operation == null) {
      throw new RefusedException(Refusal.UNKNOWN_OP, "Unknown op: " + word(line, 0));
    }
    String rest = word(line, 3).isEmpty() ? null : word(line, 3);
    return new Command(
        operation,
        word(line, 1),
        operation.hasKey() ? word(line, 2) : null,
        operation == Operation.SET ? rest : null,
        operation == Operation.UPDATE ? rest : null,
        line.endsWith(" atomic"),
        word(line, 4).equals("ttl") ? Long.valueOf(word(line, 5)) : null,
        null,
        operation == Operation.LIST ? range(line) : null);
  }

  /** {@code list users p a c 5}: prefix, start, end, limit; a dot for one that is not given. */
  private static KeyRange range(String line) {
    String limit = bound(line, 5);
    return new KeyRange(
        bound(line, 2),
        bound(line, 3),
        bound(line, 4),
        limit == null ? null : (Long) Long.parseLong(limit));
  }

  private static @Nullable String bound(String line, int index) {
    String word = word(line, index);
    return word.isEmpty() || word.equals(".") ? null : word;
  }

  static String answer(String line, Answer answer) {
    return line + " -> " + result(word(line, 0), answer);
  }

  private static String result(String operation, Answer answer) {
    if (answer.refusal() != null) {
      return answer.refusal().code() + ": " + answer.refusal().message();
    }
    return switch (operation) {
      case "set" -> answer.oldValue() + " " + answer.newValue();
      case "get" -> answer.found() + " " + answer.value();
      case "delete" -> String.valueOf(answer.oldValue());
      case "update" ->
          (answer.ok() ? "" : "failed ")
              + answer.oldValue()
              + " "
              + answer.newValue()
              + " "
              + codes(answer);
      case "list" -> entries(answer);
      case "list_groups" -> String.valueOf(answer.groups());
      case "clear" -> String.valueOf(answer.removed());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static List<String> codes(Answer answer) {
    return answer.errors().stream().map(CommandLines::code).toList();
  }

  private static String code(OpError error) {
    return error.opIndex() + ":" + error.code();
  }

  private static String entries(Answer answer) {
    return answer.entries().stream()
            .map(entry -> Map.entry(entry.key(), entry.value()))
            .toList()
            .toString()
        + (answer.next() == null ? "" : " then " + answer.next());
  }

  static String change(Change change) {
    return "%s %s %s %s->%s at %d until %s"
        .formatted(
            change.event().text().substring("state:".length()),
            change.scope(),
            change.key(),
            change.oldValue(),
            change.newValue(),
            change.ts(),
            change.expiresAt());
  }
}
