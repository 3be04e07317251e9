package io.drey.jobs.expression;

import org.jspecify.annotations.Nullable;

/** The operators of scripts, whose lists and objects may be changed. */
final class ScriptArithmetic extends Arithmetic {
  @Override
  public ArrayBuilder arrayBuilder(int size, boolean extended) {
    ScriptList list = new ScriptList();
    return new ArrayBuilder() {
      @Override
      public void add(@Nullable Object value) {
        list.add(value);
      }

      @Override
      public Object create(boolean unused) {
        return list;
      }
    };
  }

  @Override
  public MapBuilder mapBuilder(int size, boolean extended) {
    ScriptMap map = new ScriptMap();
    return new MapBuilder() {
      @Override
      public void put(@Nullable Object key, @Nullable Object value) {
        map.put(Trees.name(key), value);
      }

      @Override
      public Object create() {
        return map;
      }
    };
  }
}
