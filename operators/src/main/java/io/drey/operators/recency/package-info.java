/** Remembers in which order keys were last touched, to know which to give up first. */
@NullMarked
package io.drey.operators.recency;

import org.jspecify.annotations.NullMarked;
