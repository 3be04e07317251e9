// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * A command to the store. JSON is given as text, valid and without surrounding white space.
 *
 * @param scope null for {@link Operation#LIST_GROUPS}
 * @param key null unless the operation {@link Operation#hasKey}
 * @param value the JSON to set
 * @param ops the ops of an update, a JSON array; see {@link io.drey.operators.kv.update.Update}
 * @param atomic whether an update is undone if one of its ops fails
 * @param ttlMillis the ttl of the entry that the command sets or creates; null for the ttl of the
 *     store
 * @param id returned with the answer; null for none
 * @param range which entries to list; null for all
 */
public record Command(
    Operation operation,
    @Nullable String scope,
    @Nullable String key,
    @Nullable String value,
    @Nullable String ops,
    boolean atomic,
    @Nullable Long ttlMillis,
    @Nullable String id,
    @Nullable KeyRange range) {

  /** Its type, for streams. */
  public static final TypeInformation<Command> TYPE =
      Types.POJO(
          Command.class,
          Map.of(
              "operation", Types.ENUM(Operation.class),
              "scope", Types.STRING,
              "key", Types.STRING,
              "value", Types.STRING,
              "ops", Types.STRING,
              "atomic", Types.BOOLEAN,
              "ttlMillis", Types.LONG,
              "id", Types.STRING,
              "range", KeyRange.TYPE));

  /**
   * Sets the value of a key, replacing an existing one.
   *
   * @param value a JSON tree, or what Jackson converts to JSON, such as a record; null for the JSON
   *     null
   * @throws IllegalArgumentException if Jackson cannot
   */
  public static Command set(String scope, String key, @Nullable Object value) {
    String json = JsonTrees.write(JsonTrees.of(value));
    return new Command(Operation.SET, scope, key, json, null, false, null, null, null);
  }

  /** Reads the value of a key. */
  public static Command get(String scope, String key) {
    return of(Operation.GET, scope, key);
  }

  /** Deletes an entry. */
  public static Command delete(String scope, String key) {
    return of(Operation.DELETE, scope, key);
  }

  /** Changes a value in place, by ops in order. */
  public static Command update(String scope, String key, UpdateOp... ops) {
    return update(scope, key, Places.array(ops));
  }

  /**
   * Changes a value in place.
   *
   * @param ops a JSON array of ops
   */
  public static Command update(String scope, String key, JsonNode ops) {
    return new Command(
        Operation.UPDATE, scope, key, null, JsonTrees.write(ops), false, null, null, null);
  }

  /** Lists all entries of a scope. */
  public static Command list(String scope) {
    return list(scope, KeyRange.ALL);
  }

  /** Lists some entries of a scope. */
  public static Command list(String scope, KeyRange range) {
    return new Command(Operation.LIST, scope, null, null, null, false, null, null, range);
  }

  /** Lists the scopes that have entries. */
  public static Command listGroups() {
    return of(Operation.LIST_GROUPS, null, null);
  }

  /** Removes all entries of a scope. */
  public static Command clear(String scope) {
    return of(Operation.CLEAR, scope, null);
  }

  private static Command of(Operation operation, @Nullable String scope, @Nullable String key) {
    return new Command(operation, scope, key, null, null, false, null, null, null);
  }

  /** A copy of the update that is undone as a whole if one of its ops fails. */
  public Command atomically() {
    return new Command(operation, scope, key, value, ops, true, ttlMillis, id, range);
  }

  /** A copy with its own ttl for the entry that it sets or creates. */
  public Command lasting(Duration ttl) {
    return new Command(operation, scope, key, value, ops, atomic, ttl.toMillis(), id, range);
  }

  /** A copy with an id, by which to recognize its answer. */
  public Command withId(String newId) {
    return new Command(operation, scope, key, value, ops, atomic, ttlMillis, newId, range);
  }
}
