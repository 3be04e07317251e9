package io.drey.state.snapshot.type.drey;

import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.LogicalType.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of Drey's own records in state that mean more than their types say. */
public final class DreyRecords {
  private static final Map<String, Meaning> FIELDS = new HashMap<>();

  static {
    instants("aggregate.OpenWindow", "start");
    instants("batch.OpenBatch", "first", "latest", "timer");
    instants("correlate.PendingEvent", "at");
    instants("kv.StoredValue", "expiresAt");
    instants("ratelimit.Bucket", "at");
    instants("ratelimit.PassedTimes", "recent");
    instants("ratelimit.WindowCount", "start");
    instants("rule.TimestampedEvent", "at");
    instants("script.Clock", "latest", "timer");
    instants("script.TimestampedText", "at");
    instants("sessionize.OpenSession", "end", "start", "timer");
    instants("statemachine.MachineState", "since", "timer");
    put("kv.StoredValue", "value", Meaning.JSON);
    put("script.TimestampedText", "text", Meaning.JSON);
  }

  private DreyRecords() {}

  /** Returns the fields of a class with their meanings. */
  public static List<Field> meant(String className, List<Field> fields) {
    return fields.stream()
        .map(
            field -> {
              Meaning meaning = FIELDS.get(className + "." + field.name());
              return meaning == null
                  ? field
                  : Field.of(field.name(), LogicalType.of(field.type(), meaning));
            })
        .toList();
  }

  private static void instants(String className, String... fields) {
    for (String field : fields) {
      put(className, field, Meaning.INSTANT);
    }
  }

  private static void put(String className, String field, Meaning meaning) {
    FIELDS.put("io.drey.operators." + className + "." + field, meaning);
  }
}
