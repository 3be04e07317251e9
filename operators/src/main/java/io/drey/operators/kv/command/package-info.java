/** Commands to the key-value store, their answers, and the changes they make. */
@NullMarked
package io.drey.operators.kv.command;

import org.jspecify.annotations.NullMarked;
