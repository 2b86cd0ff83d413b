//! `def`, `lambda`, generator expressions and `class`: a function and what it closes over.

use super::Compiler;
use super::constant::literal;
use super::deleted::deleted_names;
use super::docstring::without_margin;
use super::emit::{Body, Done, Emitter, Window, row};
use crate::code::module::{Function, Signature};
use crate::code::op::{FunctionId, Op, Reg};
use crate::lang::tree::{ClassDef, Expr, FunctionDef, Parameter, ParameterKind};
use crate::lang::{self, Problem, Scope, Span};

/// The built-in `iter`, whatever the program calls by that name.
pub(super) const ITER: &str = ".iter";

impl Emitter<'_> {
    pub(super) fn def(&mut self, def: &FunctionDef) -> Done {
        let dst = self.temporary()?;
        self.decorated(&def.decorators, dst, |this, dst| this.make_function(def, dst))?;
        self.store_name(&def.name, dst)
    }

    /// Makes something behind its decorators, and hands it through them from the last to the first.
    fn decorated(
        &mut self,
        decorators: &[Expr],
        dst: Reg,
        make: impl FnOnce(&mut Self, Reg) -> Done,
    ) -> Done {
        let mut window = self.window(dst)?;
        self.fill(&mut window, decorators)?;
        let made = self.slot(&mut window)?;
        self.with_temporaries(|this| make(this, made))?;
        let registers: Vec<_> = row(dst, decorators.len()).collect();
        for (decorator, base) in decorators.iter().zip(registers).rev() {
            let before = self.at(decorator.span);
            self.emit(Op::Call { base, argc: 1 });
            self.at(before);
        }
        Ok(())
    }

    /// Evaluates the defaults and makes the function.
    pub(super) fn make_function(&mut self, def: &FunctionDef, dst: Reg) -> Done {
        let scope = self.compiler.function_scope(def);
        let mut window = self.window(dst)?;
        self.fill(&mut window, def.parameters.iter().filter_map(|p| p.default.as_ref()))?;
        self.capture(&scope, &mut window)?;
        let qualname = self.qualname_of(&def.name.id);
        let (is_hidden, module) = (self.function.is_hidden, self.function.module);
        let name = def.name.id.clone();
        let is_at_top_level = self.kind == Body::Module && !name.starts_with('<');
        let function =
            Function { name, qualname, is_at_top_level, is_hidden, module, ..Function::default() };
        let function = self.compiler.function(def, &scope, function)?;
        self.emit(Op::MakeFunction { dst: window.base, function });
        self.moved(window.base, dst);
        Ok(())
    }

    /// Hands over the cells of a function's free variables.
    fn capture(&mut self, scope: &Scope, window: &mut Window) -> Done {
        for name in &scope.free {
            let Some(src) = self.cell(name) else {
                let text = format!("internal error: `{name}` is in no cell");
                return Err(Problem::new(self.span(), text));
            };
            let dst = self.slot(window)?;
            self.emit(Op::Move { dst, src });
        }
        Ok(())
    }

    /// As CPython forms a function's `__qualname__`.
    fn qualname_of(&self, name: &str) -> String {
        let outer = &self.function.qualname;
        match self.kind {
            Body::Class => format!("{outer}.{name}"),
            Body::Function if !self.is_declared_global(name) => format!("{outer}.<locals>.{name}"),
            _ => name.to_owned(),
        }
    }

    /// `(… for …)`: the outermost iterable is evaluated here and now.
    pub(super) fn generator(
        &mut self,
        def: &FunctionDef,
        (iterable, is_async): (&Expr, bool),
        dst: Reg,
    ) -> Done {
        let mut window = self.window(dst)?;
        let base = self.slot(&mut window)?;
        self.with_temporaries(|this| this.make_function(def, base))?;
        let argument = self.slot(&mut window)?;
        if is_async {
            // It asks by itself.
            self.into(iterable, argument)?;
        } else {
            let span = self.span();
            let global = self.compiler.global(ITER, false, span)?;
            self.emit(Op::LoadGlobal { dst: argument, global });
            self.fill(&mut window, [iterable])?;
            self.emit(Op::Call { base: argument, argc: 1 });
        }
        self.emit(Op::Call { base, argc: 1 });
        self.moved(base, dst);
        Ok(())
    }

    /// The body of a class is a function that is called with a tuple of the base classes.
    #[optimize(size)]
    pub(super) fn class(&mut self, class: &ClassDef) -> Done {
        let dst = self.temporary()?;
        self.decorated(&class.decorators, dst, |this, base| this.make_class(class, base))?;
        self.store_name(&class.name, dst)
    }

    #[optimize(size)]
    fn make_class(&mut self, class: &ClassDef, base: Reg) -> Done {
        let stmt = self.at(class.name.span);
        let scope = self.compiler.class_scope(class);
        let mut window = self.window(base)?;
        self.with_temporaries(|this| this.capture(&scope, &mut window))?;
        let qualname = self.qualname_of(&class.name.id);
        let (is_hidden, module) = (self.function.is_hidden, self.function.module);
        let function = Function {
            name: class.name.id.clone(),
            qualname,
            is_hidden,
            module,
            ..Function::default()
        };
        let function = self.compiler.class(class, &scope, function)?;
        self.emit(Op::MakeFunction { dst: base, function });
        let argument = self.temporary()?;
        match class.bases.as_slice() {
            [] => self.emit(Op::Unbind { local: argument }),
            bases => self.with_temporaries(|this| this.tuple(bases, argument))?,
        }
        let mut argc = 1;
        if class.may_have_metaclass() {
            let keywords = self.temporary()?;
            self.keywords(&class.keywords, keywords, base)?;
            argc = 2;
        }
        self.emit(Op::Call { base, argc });
        self.at(stmt);
        Ok(())
    }

    /// Begins the body of a class.
    fn prepare(&mut self) {
        if let Some(namespace) = self.namespace() {
            self.emit(Op::Prepare { namespace, base: Reg(0) });
        }
    }

    /// Ends the body of a class.
    fn build_class(&mut self) -> Done {
        // They become attributes.
        for at in 0..self.function.locals.len() {
            let name = self.function.locals[at].clone();
            if !name.contains('.') {
                let span = self.span();
                self.compiler.name(&name, span)?;
            }
        }
        let dst = self.temporary()?;
        // In CPython whoever has the statement makes the class: this frame is not in a traceback.
        let body = self.at(Span::default());
        self.emit(Op::BuildClass { dst, base: Reg(0) });
        self.emit(Op::Return { src: dst });
        self.at(body);
        Ok(())
    }
}

impl Compiler {
    fn function_scope(&self, def: &FunctionDef) -> Scope {
        self.with_globals(lang::function_scope(def, &self.scopes.iter().collect::<Vec<_>>()))
    }

    fn class_scope(&self, class: &ClassDef) -> Scope {
        self.with_globals(lang::class_scope(class, &self.scopes.iter().collect::<Vec<_>>()))
    }

    /// Compiles a function and gives it a number. What only its surroundings know of it is in
    /// `function` already.
    pub(super) fn function(
        &mut self,
        def: &FunctionDef,
        scope: &Scope,
        function: Function,
    ) -> Result<FunctionId, Problem> {
        let by_position = def.parameters.iter().filter(|p| p.kind <= ParameterKind::Ordinary);
        let defaults = by_position.filter_map(|parameter| parameter.default.as_ref());
        let function = Function {
            parameters: def.parameters.iter().map(|parameter| parameter.name.id.clone()).collect(),
            signature: signature(&def.parameters),
            defaults: defaults.map(literal).collect(),
            docstring: def.docstring.as_deref().map(without_margin),
            kind: def.kind,
            span: first_line(&def.decorators, def.name.span),
            ..function
        };
        let id = self.reserve(def.name.span)?;
        // What runs in it runs after the `def` itself.
        let defined = self.defined;
        self.defined += usize::from(function.is_at_top_level);
        self.scopes.push(scope.clone());
        let mut emitter = Emitter::new(self, Body::Function, function, scope, def.name.span)?;
        emitter.expect_deleted(&deleted_names(&def.body));
        emitter.expect_named(&lang::named(&def.body));
        let function = emitter.finish_with(|emitter| emitter.body(&def.body))?;
        self.scopes.pop();
        self.defined = defined;
        Ok(self.fill(id, function))
    }

    fn class(
        &mut self,
        class: &ClassDef,
        scope: &Scope,
        function: Function,
    ) -> Result<FunctionId, Problem> {
        let mut parameters = vec![lang::BASE.to_owned()];
        if class.may_have_metaclass() {
            parameters.push(lang::KEYWORDS.to_owned());
        }
        let docstring = class.docstring.as_deref().map(without_margin);
        let span = first_line(&class.decorators, class.name.span);
        let function = Function { docstring, parameters, span, ..function };
        let id = self.reserve(class.name.span)?;
        self.scopes.push(scope.clone());
        let mut emitter = Emitter::new(self, Body::Class, function, scope, class.name.span)?;
        emitter.expect_deleted(&deleted_names(&class.body));
        emitter.expect_named(&lang::named(&class.body));
        let function = emitter.finish_with(|emitter| {
            emitter.prepare();
            emitter.body(&class.body)?;
            emitter.build_class()
        })?;
        self.scopes.pop();
        Ok(self.fill(id, function))
    }
}

/// A decorator stands before what it decorates.
fn first_line(decorators: &[Expr], own: Span) -> Span {
    decorators.first().map_or(own, |decorator| decorator.span)
}

fn signature(parameters: &[Parameter]) -> Signature {
    let of = |kind| parameters.iter().filter(move |parameter| parameter.kind == kind);
    Signature {
        positional_only: of(ParameterKind::PositionalOnly).count(),
        keyword_only: of(ParameterKind::KeywordOnly).map(|one| one.default.is_some()).collect(),
        has_rest: of(ParameterKind::Rest).next().is_some(),
        has_keywords: of(ParameterKind::Keywords).next().is_some(),
    }
}
