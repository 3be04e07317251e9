// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Drey's jobs: pipeline files run as a user runs them. */
enum Drey implements Program {
  READ_WRITE(Answer.EVERYTHING, "", ""),
  DEDUPLICATE(Answer.FIRST_OF_ID, "", "{id: first, deduplicate: {key: request_id}}"),
  DEDUPLICATE_TTL(
      Answer.FIRST_OF_ID_WITHIN_TEN_MINUTES,
      Drey.TIMED,
      "{id: first, deduplicate: {key: request_id, ttl: 10m}}"),
  DEDUPLICATE_MARK(
      Answer.EVERYTHING_MARKED, "", "{id: first, deduplicate: {key: request_id, mark: is_first}}"),
  CORRELATE(
      Answer.PAIRS,
      ", time: {field: at, unit: ms, out-of-orderness: 5s}",
      "{id: pair, correlate: {key: request_id, request: event.event_type == 'request',"
          + " response: event.event_type == 'response', timeout: 30s}}"),
  FIXED_WINDOW(
      Answer.EVERYTHING_LIMITED_BY_FIXED_WINDOW,
      Drey.TIMED,
      "{id: few, rate-limit: {key: user, limit: 3, per: 10m, algorithm: fixed-window, mark:"
          + " limited}}"),
  SLIDING_WINDOW(
      Answer.EVERYTHING_LIMITED_BY_SLIDING_WINDOW,
      Drey.TIMED,
      "{id: few, rate-limit: {key: user, limit: 3, per: 10m, algorithm: sliding-window, mark:"
          + " limited}}"),
  TOKEN_BUCKET(
      Answer.EVERYTHING_LIMITED_BY_TOKEN_BUCKET,
      Drey.TIMED,
      "{id: few, rate-limit: {key: user, limit: 3, per: 10m, algorithm: token-bucket, mark:"
          + " limited}}"),
  SEQUENCE(Answer.EVERYTHING_NUMBERED, "", "{id: numbered, sequence: {key: user}}"),
  DETECT_GAPS(Answer.EVERYTHING, "", "{id: lost, detect-gaps: {key: request_id, field: bytes}}"),
  SESSIONIZE(Answer.SESSIONS, Drey.TIMED, "{id: visits, sessionize: {key: user, gap: 5m}}"),
  SESSIONIZE_PATHS(
      Answer.SESSIONS_OF_PATHS,
      Drey.TIMED,
      "{id: visits, sessionize: {key: user, gap: 5m, collect: [path]}},"
          + " {id: shown, select: [user, start, end, event_count, events]}"),
  AGGREGATE(
      Answer.MEASURES,
      Drey.TIMED,
      "{id: load, aggregate: {by: user, every: 1m, measures: {requests: {count: '*'},"
          + " bytes: {sum: bytes}, slowest: {max: duration_ms}}}}"),
  AGGREGATE_FEW(
      Answer.MEASURES_OF_FEW,
      Drey.TIMED,
      "{id: load, aggregate: {by: method, every: 1m, measures: {requests: {count: '*'},"
          + " bytes: {sum: bytes}, slowest: {max: duration_ms}}}}"),
  BATCH(Answer.BATCHES, Drey.TIMED, "{id: batches, batch: {key: user, size: 5, timeout: 10m}}"),
  SCRIPT(
      Answer.EVERYTHING_COUNTED,
      "",
      "{id: counted, script: {key: user, event: 'state.seen += 1; event.seen = state.seen'}}"),
  STATE_MACHINE(
      Answer.EVERYTHING_WITH_ITS_STATE,
      Drey.TIMED,
      "{id: connection, state-machine: {"
          + Drey.TCP
          + ", timeouts: {SYN_SENT: {after: 1m, to: CLOSED}, '*': {after: 10m, to: CLOSED}}}}"),
  CLOSED_CONNECTIONS(
      Answer.CLOSED_CONNECTIONS,
      "",
      "{id: connection, state-machine: {"
          + Drey.TCP
          + ", emit: transitions}}, {id: closed, filter: event.connection_state == 'CLOSED'},"
          + " {id: shown, select: [conn_id, timestamp, src]}"),
  STORE(
      Answer.ANSWERS_TO_COMMANDS,
      "",
      "{id: store, kv: {ignore: [at, path, method, status, agent, trace]}}"),
  FILTER(Answer.WITHOUT_NOT_FOUND, "", "{id: found, filter: event.status != 404}"),
  FILTER_INTERPRETED(Answer.WITHOUT_NOT_FOUND, "", "{id: found, filter: event.status - 404 != 0}");

  private static final String TIMED = ", time: {field: timestamp, out-of-orderness: 5s}";
  private static final String TCP =
      "key: conn_id, symbol: event, initial: NEW, terminal: [CLOSED], ignore: [DATA, ACK],"
          + " transitions: {NEW: {SYN: SYN_SENT},"
          + " SYN_SENT: {SYN: SYN_SENT, SYN_ACK: ESTABLISHED},"
          + " ESTABLISHED: {FIN: CLOSING}, CLOSING: {FIN: CLOSED}}";
  private static final String MAIN = "io.drey.jobs.cli.Main";

  private final Answer answer;
  private final String time;
  private final String step;

  Drey(Answer answer, String time, String step) {
    this.answer = answer;
    this.time = time;
    this.step = step;
  }

  @Override
  public String title() {
    return this == READ_WRITE ? "read, write" : "Drey";
  }

  @Override
  public Answer answer() {
    return answer;
  }

  @Override
  public List<String> command(Trial trial) throws IOException {
    return List.of(MAIN, "run", "-q", file(trial).toString());
  }

  /** Writes the pipeline file of a trial. */
  Path file(Trial trial) throws IOException {
    return write(trial, yaml(trial));
  }

  /** The command that runs a pipeline without settings with those of the trial. */
  static List<String> command(Trial trial, String pipeline) throws IOException {
    return List.of(MAIN, "run", "-q", write(trial, pipeline + settings(trial)).toString());
  }

  private static Path write(Trial trial, String yaml) throws IOException {
    return Files.writeString(trial.scratch().resolve("pipeline.yaml"), yaml);
  }

  private String yaml(Trial trial) {
    return """
    version: 1
    name: benchmark
    sources:
      events: {type: file, path: "%s"%s}
    steps: [%s]
    sinks:
      out: {type: file, path: "%s"}
    """
            .formatted(trial.input(), time, step, trial.output())
        + settings(trial);
  }

  private static String settings(Trial trial) {
    return """
    settings:
      parallelism: %d
      flink:
    %s
    """
        .formatted(trial.parallelism(), flink(trial.flinkOptions()));
  }

  private static String flink(Map<String, String> options) {
    return options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(option -> "    " + option.getKey() + ": \"" + option.getValue() + "\"")
        .collect(Collectors.joining("\n"));
  }
}
