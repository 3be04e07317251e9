/** The algebra of updates: ops that change one JSON value, in order and at once. Knows no Flink. */
@NullMarked
package io.drey.operators.kv.update;

import org.jspecify.annotations.NullMarked;
