// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.state.json.JsonWriter;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.conversion.DataStructureConverter;
import org.apache.flink.table.data.conversion.DataStructureConverters;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of tables hold what {@code drey state read} prints. */
class StateValuesITCase {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @EnumSource
  void readsStatesOfEveryKindAndFormat(Snapshots snapshot) throws JsonProcessingException {
    assertHolds(snapshot, "many-states", ExpectedRows.ofManyStates());
    assertHolds(snapshot, "windows", ExpectedRows.ofWindows());
    assertHolds(snapshot, "subtask-states", ExpectedRows.ofSubtaskStates(snapshot));
  }

  private static void assertHolds(Snapshots snapshot, String operator, List<String> expected)
      throws JsonProcessingException {
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    List<String> rows = new ArrayList<>();
    for (Map.Entry<TablePath, StateTable> table : StateTables.of(files).byPath().entrySet()) {
      if (table.getKey().operator().equals(operator)) {
        rows(files, table.getValue(), rows);
      }
    }

    List<String> asSql = new ArrayList<>();
    for (String row : expected) {
      asSql.add(
          asSql((ObjectNode) JSON.readTree(row.replaceAll("(?<=[:,\\[])T(?=[,\\]}])", "\"T\""))));
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(asSql);
  }

  private static void rows(SnapshotFiles files, StateTable table, List<String> target)
      throws JsonProcessingException {
    DataType type =
        DataTypes.ROW(
            table.columns().stream()
                .map(column -> DataTypes.FIELD(column.name(), column.type()))
                .toList());
    RowType rowType = (RowType) type.getLogicalType();
    DataStructureConverter<Object, Object> converter = DataStructureConverters.getConverter(type);
    converter.open(StateValuesITCase.class.getClassLoader());
    Cells cells = new Cells(rowType);
    OperatorSnapshot operator = files.metadata().operator(table.operator().hash());
    JsonWriter json = new JsonWriter();
    try (StateRows rows =
        new StateRows(
            files,
            operator,
            table.state(),
            table.isKeyed(),
            damage -> assertThat(damage).isNull())) {
      while (rows.next()) {
        json.truncate(0);
        new RowJson(json).write((Row) converter.toExternal(rows.row(cells)), rowType);
        target.add(row(table.state(), json.toString()));
      }
    }
    assertThat(cells.unfit() + cells.undecoded() + cells.damaged()).isZero();
  }

  private static String row(String state, String json) throws JsonProcessingException {
    ObjectNode row = JSON.createObjectNode().put("state", state);
    row.setAll((ObjectNode) JSON.readTree(json));
    if (row.has("last_access")) {
      String accesses = row.get("last_access").toString().replaceAll("\"20[^\"]*Z\"", "\"T\"");
      row.set("last_access", JSON.readTree(accesses));
    }
    return row.toString();
  }

  /** A row of read as SQL has it: events are texts, and numbers have no zeros at their ends. */
  private static String asSql(ObjectNode row) {
    row.remove("operator");
    JsonNode value = row.get("value");
    if (row.get("state").textValue().equals("event")) {
      row.put(
          "value", value.toString().replace("\"id\":", "\"id\": ").replace(",\"x\"", ", \"x\""));
    }
    if (row.get("state").textValue().equals("visit")) {
      ((ObjectNode) value).put("price", value.get("price").decimalValue().stripTrailingZeros());
    }
    return row.toString();
  }
}
