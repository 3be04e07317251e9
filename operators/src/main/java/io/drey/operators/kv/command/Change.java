// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * A change of an entry. JSON is given as text; the methods that take a class are as in {@link
 * Answer}.
 *
 * @param oldValue null if there was no entry
 * @param newValue null if there is no longer an entry
 * @param ts when it happened, in ms: the command's timestamp, or the expiry
 * @param expiresAt the expiry of the entry, in ms, whether it has passed or not; null for none
 */
public record Change(
    Event event,
    String scope,
    String key,
    @Nullable String oldValue,
    @Nullable String newValue,
    long ts,
    @Nullable Long expiresAt) {

  /** The value before, as one of a class; null if there was no entry or it was a JSON null. */
  public <V> @Nullable V oldValue(Class<V> type) {
    return JsonTrees.read(oldValue, type);
  }

  /** The value after, as one of a class; null if there is no entry or it is a JSON null. */
  public <V> @Nullable V newValue(Class<V> type) {
    return JsonTrees.read(newValue, type);
  }

  /** What happened to an entry. */
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
