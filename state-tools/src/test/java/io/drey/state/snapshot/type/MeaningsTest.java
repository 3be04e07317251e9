// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.aggregate.measure.Accumulator;
import io.drey.operators.aggregate.measure.Cardinality;
import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.meaning.Meaning;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What values of Drey's operators stand for, as it is shown. */
class MeaningsTest {
  @Test
  void measuresAreShownAsNumbersAndValues() throws IOException {
    PartialMeasure measure =
        new PartialMeasure(
            2, "1.5", Map.of("\"/cart\"", 2L), null, List.of("1E+3", "7"), null, null);

    assertThat(shown(PartialMeasure.TYPE, measure, type -> type))
        .isEqualTo(
            "{\"count\":2,\"counts\":[{\"key\":\"/cart\",\"value\":2}],\"number\":1.5,"
                + "\"numbers\":[1E+3,7],\"scored\":null,\"sketch\":null,\"timed\":null}");
  }

  @Test
  void sketchesAreShownByWhatTheyTell() throws IOException {
    Accumulator<String> values = new Cardinality().accumulator();
    List.of("/cart", "/", "/cart").forEach(values::add);

    assertThat(shown(PartialMeasure.TYPE, values.partial(), type -> type))
        .contains("\"sketch\":{\"distinct\":2,\"bytes\":\"AgEHDgMIAg");
    assertThat(
            shown(
                PartialMeasure.TYPE,
                new PartialMeasure(0, null, null, new byte[] {1}, null, null, null),
                type -> type))
        .contains("\"sketch\":{\"bytes\":\"AQ==\"}");
  }

  @Test
  void partsOfTuplesHaveNames() throws IOException {
    TypeInformation<Tuple2<Integer, String>> pairs = Types.TUPLE(Types.INT, Types.STRING);
    TypeInformation<List<Tuple2<Integer, String>>> lists = Types.LIST(pairs);
    List<String> names = List.of("group", "oldest");

    assertThat(shown(pairs, Tuple2.of(1, "[2]"), type -> NamedTuple.of(type, names, Meaning.JSON)))
        .isEqualTo("{\"group\":1,\"oldest\":[2]}");
    assertThat(
            shown(
                lists,
                List.of(Tuple2.of(1, "[2]")),
                type -> NamedTuple.of(type, names, Meaning.PLAIN)))
        .isEqualTo("[{\"group\":1,\"oldest\":\"[2]\"}]");
    assertThat(
            shown(pairs, Tuple2.of(1, ""), type -> NamedTuple.of(type, List.of("a"), Meaning.JSON)))
        .isEqualTo("{\"f0\":1,\"f1\":\"\"}");
  }

  private interface Meant {
    ValueType of(ValueType stored);
  }

  private static <T> String shown(TypeInformation<T> information, T value, Meant meant)
      throws IOException {
    TypeSerializer<T> serializer = information.createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    JsonWriter json = new JsonWriter();
    meant
        .of(SerializerSnapshots.of(serializer))
        .write(ByteReader.of("test", out.getCopyOfBuffer()), json);
    return json.toString();
  }
}
