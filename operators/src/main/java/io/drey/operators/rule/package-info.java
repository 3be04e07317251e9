/**
 * What every operator is made of: a keyed function that decides by timestamps alone, run by an
 * operator that counts what leaves and lets it leave at an instant of its own.
 */
@NullMarked
package io.drey.operators.rule;

import org.jspecify.annotations.NullMarked;
