// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fields whose names have dots, in every place of a pipeline that names a field. */
@Timeout(120)
class DottedFieldsITCase {
  private final TestingRun runs;

  DottedFieldsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void readsTheNamesOfZeek() throws Exception {
    runs.write(
        "in",
        List.of(
            "{\"ts.at\":1628778667.893483,\"id.orig_h\":\"192.0.2.23\",\"id.resp_p\":22,\"uid\":\"a\"}",
            "{\"ts.at\":1628778678.165472,\"id.orig_h\":\"192.0.2.23\",\"id.resp_p\":22,\"uid\":\"b\"}",
            "{\"ts\":{\"at\":1628778691.733475},\"id\":{\"orig_h\":\"192.0.2.99\",\"resp_p\":22},"
                + "\"uid\":\"c\"}"));

    runs.run(
        """
        version: 1
        name: zeek
        sources:
          in: {type: file, path: "${var:DIR}/in", time: {field: ts.at, unit: s}}
        steps:
          - id: first
            deduplicate: {key: [id.orig_h, id.resp_p], ttl: 1m, mark: seen.first}
          - id: ssh
            filter: event.id.resp_p == 22 && event.seen.first
        sinks:
          out: {type: file, path: "${var:DIR}/out", fields: [uid, id.orig_h]}
          bad: {type: file, path: "${var:DIR}/bad", from: [in.malformed, first.invalid, ssh.rejected]}
        """);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"uid\":\"a\",\"id.orig_h\":\"192.0.2.23\"}",
            "{\"uid\":\"c\",\"id.orig_h\":\"192.0.2.99\"}");
    assertThat(runs.read("bad")).hasSize(1);
  }

  @Test
  void readsWhatAStepBeforeWroteUnderADottedName() throws Exception {
    runs.write(
        "in",
        List.of(
            "{\"t\":\"2022-08-30T09:00:44Z\",\"user\":{\"name\":\"alice\"}}",
            "{\"t\":\"2022-08-30T09:01:44Z\",\"user\":{\"name\":\"alice\"}}",
            "{\"t\":\"2022-08-30T09:02:44Z\",\"user\":{\"name\":\"bob\"}}"));

    runs.run(
        """
        version: 1
        name: chain
        sources:
          in: {type: file, path: "${var:DIR}/in", time: {field: t}}
        steps:
          - id: minute
            aggregate: {by: user.name, every: 1m, measures: {n.of: {count: '*'}}}
          - id: hour
            aggregate: {by: user.name, every: 1h, measures: {n: {sum: n.of}, most: {max: n.of}}}
        sinks:
          out: {type: file, path: "${var:DIR}/out", from: hour}
          bad: {type: file, path: "${var:DIR}/bad", from: hour.invalid}
        """);

    String hour = "\"start\":\"2022-08-30T09:00:00.000Z\",\"end\":\"2022-08-30T10:00:00.000Z\"";
    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"user.name\":\"alice\"," + hour + ",\"n\":2,\"most\":1}",
            "{\"user.name\":\"bob\"," + hour + ",\"n\":1,\"most\":1}");
    assertThat(runs.read("bad")).isEmpty();
  }

  @Test
  void writesWhereTheSameNameReads() throws Exception {
    runs.write(
        "in",
        List.of(
            "{\"k\":1,\"a\":{\"b\":1,\"c\":2},\"s\":{\"n\":0},\"op\":{\"is\":\"up\"}}",
            "{\"k\":1,\"a.b\":1,\"a.c\":2,\"s.n\":0,\"op.is\":\"down\"}"));

    runs.run(
        """
        version: 1
        name: writes
        sources: {in: {type: file, path: "${var:DIR}/in"}}
        steps:
          - id: set
            set: {a.b: event.a.b + 1, x.y: event.k}
          - id: drop
            drop-fields: [a.c]
          - id: number
            sequence: {field: s.n}
          - id: state
            state-machine:
              key: k
              symbol: op.is
              initial: OFF
              transitions: {OFF: {up: UP}}
              terminal: [UP]
              state-field: op.state
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        """);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"k\":1,\"a\":{\"b\":2},\"s\":{\"n\":1},\"op\":{\"is\":\"up\"},\"x.y\":1,"
                + "\"op.state\":\"UP\"}",
            "{\"k\":1,\"a.b\":2,\"s.n\":2,\"op.is\":\"down\",\"x.y\":1,"
                + "\"op.state\":\"OFF\",\"protocol_error\":true,\"expected\":[\"up\"]}");
  }
}
