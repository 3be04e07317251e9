// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.Scope;
import io.drey.state.snapshot.keyed.SoughtKey;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the entries of one key. If the hash of such keys is known, only its key group is read;
 * otherwise all are, and keys are compared as JSON.
 */
public final class KeyFilter {
  /** Stateless and safe to share. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<SoughtKey> sought;
  private final List<JsonNode> written;
  private final JsonWriter scratch = new JsonWriter();

  private KeyFilter(List<SoughtKey> sought, List<JsonNode> written) {
    this.sought = sought;
    this.written = written;
  }

  /**
   * Returns the filter for a key that is written as text.
   *
   * @throws IllegalArgumentException if the text cannot be a key of that type
   */
  public static KeyFilter of(String text, ValueType type, int maxParallelism) {
    List<SoughtKey> sought = new ArrayList<>();
    if (SoughtKey.isKnown(type)) {
      sought.add(SoughtKey.of(type, text, maxParallelism));
      String quoted = TextNode.valueOf(text).toString();
      // steps of pipeline files keep keys as JSON
      if (LogicalType.plain(type).equals(StringType.STRING) && !text.equals(quoted)) {
        sought.add(SoughtKey.of(type, quoted, maxParallelism));
      }
    }
    return new KeyFilter(sought, List.of(TextNode.valueOf(text), parsed(text)));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  /** Returns which of a handle's key groups to read. */
  List<Scope> scopes(KeyGroups groups, @Nullable String state) {
    if (sought.isEmpty()) {
      return List.of(new Scope(null, state));
    }
    return sought.stream()
        .map(SoughtKey::groups)
        .filter(only -> groups.contains(only.first()))
        .distinct()
        .map(only -> new Scope(only, state))
        .toList();
  }

  /** Whether an entry has that key. */
  public boolean isWanted(Entry entry) {
    if (sought.isEmpty()) {
      return entry.isSplit() && isWritten(entry.key(), entry.state().key());
    }
    return sought.stream().anyMatch(key -> key.is(entry.key()));
  }

  private boolean isWritten(ByteReader key, ValueType type) {
    int from = key.position();
    scratch.truncate(0);
    try {
      type.write(key, scratch);
      return written.contains(parsed(scratch.toString()));
    } catch (UndecodableException | SavepointException e) {
      return false;
    } finally {
      key.position(from);
    }
  }
}
