// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import static java.util.Map.entry;

import io.drey.operators.kv.update.OpError;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command. Besides {@code ok} and the refusal, the fields of its operation are set,
 * as {@code KvStore} lists them; the others are null, false, 0 or empty. JSON is given as text; the
 * methods that take a class read it by Jackson, skip fields that the class does not have, and throw
 * {@link IllegalArgumentException} for what is not a value of it.
 *
 * @param ok false for a command that was refused, and for an update of which an op failed
 * @param refusal null unless the command was refused
 * @param oldValue null if there was no entry
 * @param newValue null if there is no entry
 * @param found whether there is an entry with the {@code value}
 * @param errors the failed ops of an update
 * @param entries the entries listed, sorted by key
 * @param next the first key that a limit has left out, to start the next list with; null at the end
 * @param groups the scopes that have entries, sorted
 * @param removed the number of entries removed
 */
public record Answer(
    boolean ok,
    @Nullable Refusal refusal,
    @Nullable String oldValue,
    @Nullable String newValue,
    @Nullable String value,
    boolean found,
    List<OpError> errors,
    List<KeyedValue> entries,
    @Nullable String next,
    List<String> groups,
    long removed) {

  /** Its type, for streams. */
  public static final TypeInformation<Answer> TYPE =
      Types.POJO(
          Answer.class,
          Map.ofEntries(
              entry("ok", Types.BOOLEAN),
              entry("refusal", Refusal.TYPE),
              entry("oldValue", Types.STRING),
              entry("newValue", Types.STRING),
              entry("value", Types.STRING),
              entry("found", Types.BOOLEAN),
              entry("errors", Types.LIST(errorType())),
              entry("entries", Types.LIST(KeyedValue.TYPE)),
              entry("next", Types.STRING),
              entry("groups", Types.LIST(Types.STRING)),
              entry("removed", Types.LONG)));

  private static TypeInformation<OpError> errorType() {
    return Types.POJO(
        OpError.class, Map.of("opIndex", Types.INT, "code", Types.STRING, "message", Types.STRING));
  }

  /** The value before, as one of a class; null if there was no entry or it was a JSON null. */
  public <V> @Nullable V oldValue(Class<V> type) {
    return JsonTrees.read(oldValue, type);
  }

  /** The value after, as one of a class; null if there is no entry or it is a JSON null. */
  public <V> @Nullable V newValue(Class<V> type) {
    return JsonTrees.read(newValue, type);
  }

  /** The value found, as one of a class; null if there is no entry or it is a JSON null. */
  public <V> @Nullable V value(Class<V> type) {
    return JsonTrees.read(value, type);
  }

  public static Answer refused(RefusedException why) {
    return new Answer(
        false, why.refusal(), null, null, null, false, List.of(), List.of(), null, List.of(), 0);
  }

  public static Answer set(@Nullable String oldValue, String newValue) {
    return updated(oldValue, newValue, List.of());
  }

  public static Answer got(@Nullable String value) {
    return new Answer(
        true, null, null, null, value, value != null, List.of(), List.of(), null, List.of(), 0);
  }

  public static Answer deleted(@Nullable String oldValue) {
    return updated(oldValue, null, List.of());
  }

  public static Answer updated(
      @Nullable String oldValue, @Nullable String newValue, List<OpError> errors) {
    return new Answer(
        errors.isEmpty(),
        null,
        oldValue,
        newValue,
        null,
        false,
        errors,
        List.of(),
        null,
        List.of(),
        0);
  }

  public static Answer listed(List<KeyedValue> entries, @Nullable String next) {
    return new Answer(true, null, null, null, null, false, List.of(), entries, next, List.of(), 0);
  }

  public static Answer listedGroups(List<String> groups) {
    return new Answer(true, null, null, null, null, false, List.of(), List.of(), null, groups, 0);
  }

  public static Answer cleared(long removed) {
    return new Answer(
        true, null, null, null, null, false, List.of(), List.of(), null, List.of(), removed);
  }
}
