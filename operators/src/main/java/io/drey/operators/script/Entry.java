package io.drey.operators.script;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A text in state, with the instant it was last written.
 *
 * @param at in ms
 */
public record Entry(long at, String text) {
  /** Its type, for state descriptors. */
  public static final TypeInformation<Entry> TYPE =
      Types.POJO(Entry.class, Map.of("at", Types.LONG, "text", Types.STRING));
}
