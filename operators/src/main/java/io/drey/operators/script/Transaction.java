// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The entries as the code of one event sees and changes them; nothing is written before commit. */
final class Transaction implements Entries {
  /** A larger map is replaced rather than cleared. */
  private static final int MANY = 64;

  /** An entry that has been touched; each is read once. */
  private static final class Cell {
    private final @Nullable String stored;
    private @Nullable String text;
    private boolean isChanged;

    Cell(@Nullable String stored) {
      this.stored = stored;
      this.text = stored;
    }
  }

  private final Store store;
  private Map<String, Cell> cells = new LinkedHashMap<>();
  private boolean isCleared;
  private boolean hasPut;
  private boolean hasRemoved;

  /** The change of the number of entries since the store was read, or since it was cleared. */
  private long more;

  Transaction(Store store) {
    this.store = store;
  }

  void start() {
    dropCells();
    isCleared = false;
    hasPut = false;
    hasRemoved = false;
    more = 0;
  }

  private void dropCells() {
    if (cells.size() > MANY) {
      cells = new LinkedHashMap<>();
    } else {
      cells.clear();
    }
  }

  /** Writes the changes. */
  Changes commit() throws Exception {
    long grown = isCleared ? more - store.size() : more;
    if (isCleared) {
      store.removeAll();
    }
    for (Map.Entry<String, Cell> entry : cells.entrySet()) {
      if (entry.getValue().isChanged) {
        write(entry.getKey(), entry.getValue());
      }
    }
    return new Changes(grown, hasPut, hasRemoved);
  }

  private void write(String name, Cell cell) throws Exception {
    String text = cell.text;
    if (text == null) {
      if (cell.stored != null) {
        store.remove(name);
      }
    } else if (store.renews() || !text.equals(cell.stored)) {
      store.put(name, text);
    }
  }

  private Cell cell(String name) {
    Cell cell = cells.get(name);
    if (cell == null) {
      cell = new Cell(isCleared ? null : stored(name));
      cells.put(name, cell);
    }
    return cell;
  }

  private @Nullable String stored(String name) {
    try {
      return store.get(name);
    } catch (Exception e) {
      throw unreadable(e);
    }
  }

  @Override
  public @Nullable String get(String name) {
    return cell(name).text;
  }

  @Override
  public boolean contains(String name) {
    return get(name) != null;
  }

  @Override
  public void put(String name, String text) {
    Cell cell = cell(name);
    more += cell.text == null ? 1 : 0;
    cell.text = text;
    cell.isChanged = true;
    hasPut = true;
  }

  @Override
  public void remove(String name) {
    Cell cell = cell(name);
    more -= cell.text == null ? 0 : 1;
    cell.text = null;
    cell.isChanged = true;
    hasRemoved = true;
  }

  @Override
  public void clear() {
    dropCells();
    isCleared = true;
    hasRemoved = true;
    more = 0;
  }

  @Override
  public long size() {
    try {
      return isCleared ? more : store.size() + more;
    } catch (Exception e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean isEmpty() {
    try {
      return more <= 0 && (hasRemoved ? size() == 0 : store.isEmpty());
    } catch (Exception e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    try {
      if (!isCleared) {
        store.names().forEach(names::add);
      }
    } catch (Exception e) {
      throw unreadable(e);
    }
    cells.forEach(
        (name, cell) -> {
          if (cell.text == null) {
            names.remove(name);
          } else {
            names.add(name);
          }
        });
    return new ArrayList<>(names);
  }

  private static FlinkRuntimeException unreadable(Exception cause) {
    return new FlinkRuntimeException("Failed to read state", cause);
  }
}
