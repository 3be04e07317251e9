package io.drey.operators.kv.command;

import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * A change of an entry. JSON in it is text.
 *
 * @param oldValue null where there was no entry
 * @param newValue null where there is none any more
 * @param ts when it happened, in ms: the command's time, or the instant of expiry
 * @param expiresAt when the entry expires, or has expired or would have, in ms; null for never
 */
public record Change(
    Event event,
    String scope,
    String key,
    @Nullable String oldValue,
    @Nullable String newValue,
    long ts,
    @Nullable Long expiresAt) {

  /** What became of an entry. */
  public enum Event {
    CREATED,
    UPDATED,
    DELETED,
    EXPIRED;

    private final String text = "state:" + name().toLowerCase(Locale.ROOT);

    /** Its name in changes: {@code state:created} and so on. */
    public String text() {
      return text;
    }
  }

  /** Its type, for streams. */
  public static final TypeInformation<Change> TYPE =
      Types.POJO(
          Change.class,
          Map.of(
              "event", Types.ENUM(Event.class),
              "scope", Types.STRING,
              "key", Types.STRING,
              "oldValue", Types.STRING,
              "newValue", Types.STRING,
              "ts", Types.LONG,
              "expiresAt", Types.LONG));
}
