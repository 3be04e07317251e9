// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The same jobs as one writes them without Drey. */
enum Peer implements Program {
  DEDUPLICATE_BY_HAND("by hand", Answer.FIRST_OF_ID, DeduplicateByHand.class),
  DEDUPLICATE_TTL_BY_HAND(
      "by hand", Answer.FIRST_OF_ID_WITHIN_TEN_MINUTES, DeduplicateWithinByHand.class),
  DEDUPLICATE_IN_SQL("Flink SQL", Answer.FIRST_OF_ID, DeduplicateInSql.class),
  CORRELATE_IN_SQL("Flink SQL", Answer.PAIRS, CorrelateInSql.class),
  AGGREGATE_IN_SQL("Flink SQL", Answer.MEASURES, AggregateInSql.class),
  AGGREGATE_FEW_IN_SQL("Flink SQL", Answer.MEASURES_OF_FEW, AggregateFewInSql.class),
  SCRIPT_IN_MILLER("Miller", Answer.EVERYTHING_COUNTED, CountInMiller.class),
  SESSIONIZE_IN_SQL("Flink SQL", Answer.SESSIONS_OF_PATHS, SessionizeInSql.class),
  STORE_BY_HAND("by hand", Answer.ANSWERS_TO_COMMANDS, StoreByHand.class),
  STATE_MACHINE_IN_SQL("Flink SQL", Answer.CLOSED_CONNECTIONS, StateMachineInSql.class);

  private final String title;
  private final Answer answer;
  private final Class<?> main;

  Peer(String title, Answer answer, Class<?> main) {
    this.title = title;
    this.answer = answer;
    this.main = main;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Answer answer() {
    return answer;
  }

  @Override
  public List<String> command(Trial trial) {
    List<String> command = new ArrayList<>();
    command.add(main.getName());
    command.addAll(trial.arguments());
    return command;
  }
}
