// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packets of TCP connections, all of them sound. */
@Timeout(120)
class StateMachineRealDataITCase {
  private final TestingRun runs;

  StateMachineRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @CsvSource({"MADE, 1", "MADE, 2", "REAL, 1", "REAL, 2"})
  void seesEveryConnectionEndWithoutAViolation(LogOrigin origin, int parallelism) throws Exception {
    RealLog packets = origin.log("tcp-packets", runs);
    Set<String> all = connections(packets.lines(), "");

    runs.run(pipeline(packets.path(), parallelism));

    assertThat(runs.read("out")).hasSize(packets.lines().size());
    assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    assertThat(connections(runs.read("out"), "\"connection_state\":\"ENDED\"")).isEqualTo(all);
    assertThat(runs.read("violations")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MADE, 1", "MADE, 2", "REAL, 1", "REAL, 2"})
  void tellsTheConnectionsThatLackAPacket(LogOrigin origin, int parallelism) throws Exception {
    Set<String> lacking = new HashSet<>();
    List<String> rest = new ArrayList<>();
    Set<String> sound = new HashSet<>();
    for (String packet : origin.log("tcp-packets", runs).lines()) {
      sound.add(RealLog.field(packet, "conn_id"));
      boolean answers = RealLog.field(packet, "event").equals("SYN_ACK");
      if (answers && lacking.size() < 10) {
        lacking.add(RealLog.field(packet, "conn_id"));
      } else {
        rest.add(packet);
      }
    }
    sound.removeAll(lacking);
    runs.write("packets.jsonl", rest);

    runs.run(pipeline(runs.path("packets.jsonl"), parallelism));

    assertThat(lacking).hasSize(10);
    assertThat(connections(runs.read("violations"), "")).isEqualTo(lacking);
    assertThat(connections(runs.read("out"), "\"connection_state\":\"ENDED\"")).isEqualTo(sound);
  }

  private static Set<String> connections(List<String> packets, String with) {
    return packets.stream()
        .filter(packet -> packet.contains(with))
        .map(packet -> RealLog.field(packet, "conn_id"))
        .collect(Collectors.toSet());
  }

  private static String pipeline(Path packets, int parallelism) {
    return """
    version: 1
    name: real
    sources: {packets: {type: file, path: "%s", time: {field: timestamp}}}
    steps:
      - id: connection
        state-machine:
          key: conn_id
          symbol: event
          initial: NEW
          transitions:
            NEW: {SYN: SYN_SENT}
            SYN_SENT: {SYN: SYN_SENT, SYN_ACK: ESTABLISHED}
            ESTABLISHED: {FIN: CLOSING}
            CLOSING: {FIN: ENDED}
            '*': {RST: ENDED}
          ignore: [DATA, ACK]
          terminal: [ENDED]
    sinks:
      out: {type: file, path: "${var:DIR}/out", mode: overwrite}
      bad:
        type: file
        path: "${var:DIR}/violations"
        from: connection.violations
        mode: overwrite
    settings: {parallelism: %d}
    """
        .formatted(packets, parallelism);
  }
}
