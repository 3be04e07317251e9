package io.drey.operators.kv;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a scope's keys in the order of use.
 *
 * @param oldest the key that was not used for the longest time; null if there is none
 * @param newest the key that was used last; null if there is none
 */
public record Ends(@Nullable String oldest, @Nullable String newest) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<Ends> TYPE =
      Types.POJO(Ends.class, Map.of("oldest", Types.STRING, "newest", Types.STRING));

  static final Ends NONE = new Ends(null, null);

  Ends withOldest(@Nullable String key) {
    return new Ends(key, newest);
  }

  Ends withNewest(@Nullable String key) {
    return new Ends(oldest, key);
  }
}
