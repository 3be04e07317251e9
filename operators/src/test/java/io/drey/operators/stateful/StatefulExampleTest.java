// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/stateful.md}. */
class StatefulExampleTest {
  public record Login(String user, String ip, long at) {}

  public record Count(String user, int uniqueIps) {}

  static final class UniqueIps implements StatefulFunction<String, Login, UniqueIps.Seen, Count> {
    private static final long serialVersionUID = 1L;

    public static final class Seen {
      public Set<String> ips = new HashSet<>();
    }

    @Override
    public Seen onEvent(Login login, Seen seen, Context<String, Count> ctx) {
      if (seen.ips.add(login.ip())) {
        ctx.emit(new Count(ctx.key(), seen.ips.size()));
      }
      return seen;
    }
  }

  @Test
  void attachesUnderTheUidItIsGiven() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Login> logins =
        env.fromData(new Login("alice", "192.0.2.10", 0))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Login>forMonotonousTimestamps()
                    .withTimestampAssigner((login, unused) -> login.at()));

    SingleOutputStreamOperator<Count> counts =
        Stateful.on(
            logins.keyBy(Login::user),
            new UniqueIps(),
            StatefulOptions.within(Duration.ofDays(30)),
            TypeInformation.of(Count.class),
            "unique-ips");

    assertThat(counts.getTransformation().getUid()).isEqualTo("unique-ips");
    assertThat(counts.getType()).isEqualTo(TypeInformation.of(Count.class));
  }
}
