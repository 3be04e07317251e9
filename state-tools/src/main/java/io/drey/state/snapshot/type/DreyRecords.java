package io.drey.state.snapshot.type;

import io.drey.state.snapshot.type.MeantType.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of Drey's own records in state whose types do not tell what is meant by them. */
final class DreyRecords {
  private static final Map<String, Meaning> FIELDS = new HashMap<>();

  static {
    instants("aggregate.OpenWindow", "start");
    instants("batch.OpenBatch", "first", "latest", "timer");
    instants("correlate.Half", "at");
    instants("kv.Entry", "expiresAt");
    instants("ratelimit.Bucket", "at");
    instants("ratelimit.PassedTimes", "recent");
    instants("ratelimit.Window", "start");
    instants("rule.Kept", "at");
    instants("script.Clock", "latest", "sweepAt");
    instants("script.Entry", "at");
    instants("sessionize.OpenSession", "end", "start", "timer");
    instants("statemachine.Standing", "alarm", "since");
    put("kv.Entry", "value", Meaning.JSON);
    put("script.Entry", "text", Meaning.JSON);
  }

  private DreyRecords() {}

  /** The fields of a class with what is meant by them. */
  static List<Field> meant(String className, List<Field> fields) {
    return fields.stream()
        .map(
            field -> {
              Meaning meaning = FIELDS.get(className + "." + field.name());
              return meaning == null
                  ? field
                  : Field.of(field.name(), MeantType.of(field.type(), meaning));
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
