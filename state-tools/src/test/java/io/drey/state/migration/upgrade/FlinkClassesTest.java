// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkClassesTest {
  private static final String FLINK = "org.apache.flink.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.scala.typeutils.OptionSerializerSnapshot",
        "api.java.typeutils.runtime.EitherSerializerSnapshot",
        "streaming.api.functions.sink.TwoPhaseCommitSinkFunction$StateSerializerSnapshot"
      })
  void missesWhatFlink2DoesNotHave(String name) {
    assertThat(FlinkClasses.isGone(FLINK + name)).isTrue();
  }

  /** The program runs without the jars of SQL, CEP, formats and connectors. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.common.typeutils.base.LongSerializer$LongSerializerSnapshot",
        "api.java.typeutils.runtime.JavaEitherSerializerSnapshot",
        "cep.nfa.NotOnTheClassPath",
        "connector.file.NotOnTheClassPath",
        "formats.avro.NotOnTheClassPath",
        "table.runtime.NotOnTheClassPath"
      })
  void knowsWhatItHas(String name) {
    assertThat(FlinkClasses.isGone(FLINK + name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.OwnSerializerSnapshot", "org.apache.flink.some text"})
  void leavesWhatIsNotFlinksAlone(String name) {
    assertThat(FlinkClasses.isGone(name)).isFalse();
  }
}
