// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static io.drey.benchmarks.Setup.USUAL;

import java.util.List;
import java.util.stream.Stream;

/** The lines of the table, with the bars they are held to. */
final class Rows {
  private static final Setup ALONE = USUAL.inParallel(1);
  private static final Setup CALLS = USUAL.on(Dataset.CALLS);
  private static final Setup VISITS = USUAL.on(Dataset.VISITS);
  private static final Setup CONNECTIONS = USUAL.on(Dataset.CONNECTIONS);
  private static final Setup ON_DISK = USUAL.on(Backend.ROCKSDB);
  private static final Bar KEEPS_UP = Bar.atLeast(0.8);
  private static final Bar FRUGAL = Bar.atMost(1.2);

  private Rows() {}

  static List<Row> all() {
    return Stream.of(
            ends(), keyed(), limits(), store(), peers(), stateless(), costs(), savepoints())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> ends() {
    return List.of(
        Row.of("read, write", job(Drey.READ_WRITE, USUAL)),
        Row.of("read, write", job(Drey.READ_WRITE, ALONE)),
        Row.of("read, key, write", leftOut(Drey.DEDUPLICATE, USUAL)),
        Row.of("read, key, write", leftOut(Drey.DEDUPLICATE, ALONE)));
  }

  private static List<Row> keyed() {
    return List.of(
        keyed("deduplicate", Drey.DEDUPLICATE, USUAL),
        keyed("deduplicate", Drey.DEDUPLICATE, ALONE),
        keyed("deduplicate, ttl 10m", Drey.DEDUPLICATE_TTL, USUAL),
        Row.of(
            "deduplicate, mark",
            job(Drey.DEDUPLICATE_MARK, USUAL),
            leftOut(Drey.DEDUPLICATE, USUAL),
            KEEPS_UP),
        keyed("correlate", Drey.CORRELATE, CALLS),
        keyed("correlate", Drey.CORRELATE, CALLS.inParallel(1)),
        keyed("sessionize", Drey.SESSIONIZE, VISITS),
        keyed("batch", Drey.BATCH, VISITS),
        besideLeftOut("aggregate, many groups", Drey.AGGREGATE),
        besideLeftOut("aggregate, few groups", Drey.AGGREGATE_FEW),
        besideLeftOut("script, count", Drey.SCRIPT),
        keyed("state-machine", Drey.STATE_MACHINE, CONNECTIONS),
        keyed("state-machine", Drey.STATE_MACHINE, CONNECTIONS.inParallel(1)),
        Row.of("deduplicate in 1 GiB", job(Drey.DEDUPLICATE, USUAL.inHeap("1g"))));
  }

  private static List<Row> limits() {
    return List.of(
        keyed("rate-limit, fixed-window", Drey.FIXED_WINDOW, USUAL),
        keyed("rate-limit, sliding-window", Drey.SLIDING_WINDOW, USUAL),
        keyed("rate-limit, token-bucket", Drey.TOKEN_BUCKET, USUAL),
        keyed("sequence", Drey.SEQUENCE, USUAL),
        keyed("detect-gaps", Drey.DETECT_GAPS, USUAL));
  }

  private static List<Row> store() {
    return List.of(
        store("kv, set", Dataset.SETS),
        store("kv, get", Dataset.GETS),
        store("kv, update", Dataset.UPDATES));
  }

  private static Row store(String name, Dataset commands) {
    return beside(name, Drey.STORE, Peer.STORE_BY_HAND, USUAL.on(commands), Bar.NONE);
  }

  private static List<Row> peers() {
    return List.of(
        beside("correlate", Drey.CORRELATE, Peer.CORRELATE_IN_SQL, CALLS, Bar.atLeast(4)),
        beside(
            "state-machine, closed",
            Drey.CLOSED_CONNECTIONS,
            Peer.STATE_MACHINE_IN_SQL,
            CONNECTIONS,
            Bar.atLeast(5)),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_IN_SQL, USUAL, Bar.atLeast(3)),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_IN_SQL, ALONE, Bar.atLeast(3)),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_IN_SQL, ON_DISK, Bar.atLeast(2)),
        new Row(
            "deduplicate, Kafka to Kafka",
            USUAL.toString(),
            TopicJob.DREY,
            TopicJob.SQL,
            Bar.atLeast(2)),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_BY_HAND, USUAL, Bar.NONE),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_BY_HAND, ALONE, Bar.NONE),
        beside("deduplicate", Drey.DEDUPLICATE, Peer.DEDUPLICATE_BY_HAND, ON_DISK, Bar.NONE),
        beside(
            "deduplicate, ttl 10m",
            Drey.DEDUPLICATE_TTL,
            Peer.DEDUPLICATE_TTL_BY_HAND,
            USUAL,
            Bar.NONE),
        beside("aggregate, many groups", Drey.AGGREGATE, Peer.AGGREGATE_IN_SQL, USUAL, Bar.NONE),
        beside(
            "aggregate, few groups",
            Drey.AGGREGATE_FEW,
            Peer.AGGREGATE_FEW_IN_SQL,
            USUAL,
            Bar.NONE),
        beside("script, count", Drey.SCRIPT, Peer.SCRIPT_IN_MILLER, USUAL, Bar.atLeast(2)),
        beside("script, count", Drey.SCRIPT, Peer.SCRIPT_IN_MILLER, ALONE, Bar.atLeast(2)),
        beside(
            "sessionize, collect a field",
            Drey.SESSIONIZE_PATHS,
            Peer.SESSIONIZE_IN_SQL,
            VISITS,
            Bar.atLeast(4)));
  }

  private static List<Row> stateless() {
    FileJob leftOut = job(Drey.READ_WRITE, USUAL);
    return List.of(
        Row.of("filter, a comparison", job(Drey.FILTER, USUAL), leftOut, KEEPS_UP),
        Row.of("filter, interpreted", job(Drey.FILTER_INTERPRETED, USUAL), leftOut, KEEPS_UP));
  }

  private static List<Row> costs() {
    FileJob many = job(Drey.DEDUPLICATE_MARK, USUAL);
    FileJob few = job(Drey.DEDUPLICATE_MARK, USUAL.on(Dataset.FEW_KEYS));
    return List.of(
        new Row(
            "deduplicate, mark: 100 × the keys",
            USUAL.toString(),
            new CostPerEvent("Drey", many),
            new CostPerEvent("1 × the keys", few),
            Bar.atMost(1.5)),
        statePerKey("deduplicate: savepoint per key", StatePerKey.Measure.SAVEPOINT),
        statePerKey("deduplicate: heap per key", StatePerKey.Measure.HEAP),
        new Row("ten events, warm", "whole process", StartUp.DREY, null, Bar.atMost(3)),
        new Row(
            "ten events, warm", "whole process", StartUp.DREY, StartUp.EMPTY_JOB, Bar.atMost(1.1)));
  }

  private static List<Row> savepoints() {
    return Stream.of(StateSavepoint.values())
        .flatMap(savepoint -> Stream.of(besideProcessor(savepoint), besideCat(savepoint)))
        .toList();
  }

  private static Row besideProcessor(StateSavepoint savepoint) {
    return new Row(
        "state read",
        savepoint.toString(),
        new StateReading(StateReader.DREY, savepoint),
        new StateReading(StateReader.STATE_PROCESSOR, savepoint),
        Bar.atLeast(5));
  }

  private static Row besideCat(StateSavepoint savepoint) {
    return new Row(
        "state read",
        savepoint.toString(),
        new ReadingTime(new StateReading(StateReader.DREY, savepoint)),
        new ReadingTime(new StateReading(StateReader.CAT, savepoint)),
        Bar.atMost(8));
  }

  private static Row keyed(String name, Drey program, Setup setup) {
    return Row.of(name, job(program, setup), leftOut(program, setup), KEEPS_UP);
  }

  /** For an operator that no bar is set for. */
  private static Row besideLeftOut(String name, Drey program) {
    return Row.of(name, job(program, USUAL), leftOut(program, USUAL), Bar.NONE);
  }

  private static Row beside(String name, Drey program, Peer peer, Setup setup, Bar bar) {
    return Row.of(name, job(program, setup), job(peer, setup), bar);
  }

  private static Row statePerKey(String name, StatePerKey.Measure measure) {
    return new Row(
        name,
        "hashmap, 1,000,000 keys",
        new StatePerKey("Drey", StatePerKey.Operator.DEDUPLICATE, measure),
        new StatePerKey("a long and a timer", StatePerKey.Operator.BARE, measure),
        FRUGAL);
  }

  private static FileJob job(Program program, Setup setup) {
    return new FileJob(program, setup);
  }

  private static FileJob leftOut(Drey program, Setup setup) {
    return new FileJob(new WithoutOperator(program), setup);
  }
}
