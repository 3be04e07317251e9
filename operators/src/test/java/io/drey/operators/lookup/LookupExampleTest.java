// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/operators/lookup.md}. */
class LookupExampleTest {
  public record Visit(String user, String page) {}

  public record KnownVisit(Visit visit, @Nullable String tier) {}

  @Test
  void attachesUnderTheUidItIsGiven() {
    DataStream<Visit> visits =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData(new Visit("ann", "/cart"));
    Map<String, String> tiers = Map.of("ann", "gold");

    SingleOutputStreamOperator<KnownVisit> known =
        Lookup.on(
            visits,
            LookupTable.of(tiers),
            Enrichment.of(Visit::user, KnownVisit::new),
            Missing.DROP,
            TypeInformation.of(KnownVisit.class),
            "tier");
    DataStream<Visit> strangers = known.getSideOutput(Lookup.missing(visits.getType()));

    assertThat(known.getTransformation().getUid()).isEqualTo("tier");
    assertThat(strangers.getType()).isEqualTo(visits.getType());
  }
}
