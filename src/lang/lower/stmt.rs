//! Statements.

use ruff_python_ast as ast;

use super::super::source::{Problem, Span};
use super::super::tree::{Expr, FunctionDef, Name, Parameter, Stmt, StmtKind};
use super::{Lower, Place, split_docstring};

impl Lower<'_> {
    pub(super) fn stmt(&mut self, stmt: &ast::Stmt) -> Option<Stmt> {
        let span = Span::of(stmt);
        let kind = match stmt {
            ast::Stmt::FunctionDef(def) => self.function(def)?,
            ast::Stmt::Return(node) => self.return_(node)?,
            ast::Stmt::If(node) => self.if_(node)?,
            ast::Stmt::While(node) => self.while_(node)?,
            ast::Stmt::For(node) => self.for_(node)?,
            ast::Stmt::Break(_) | ast::Stmt::Continue(_) if self.loops == 0 => {
                let word = self.source.slice(span).to_owned();
                return self.refuse(span, format!("SyntaxError: '{word}' outside loop"));
            }
            ast::Stmt::Break(_) => StmtKind::Break,
            ast::Stmt::Continue(_) => StmtKind::Continue,
            ast::Stmt::Pass(_) => StmtKind::Pass,
            ast::Stmt::Assign(node) => {
                let targets: Vec<_> = node.targets.iter().map(|to| self.target(to)).collect();
                let value = self.expr(&node.value)?;
                StmtKind::Assign { targets: targets.into_iter().collect::<Option<_>>()?, value }
            }
            ast::Stmt::AnnAssign(node) => {
                let target = self.target(&node.target)?;
                match &node.value {
                    Some(value) => {
                        StmtKind::Assign { targets: vec![target], value: self.expr(value)? }
                    }
                    None => StmtKind::Declare(target),
                }
            }
            ast::Stmt::AugAssign(node) => {
                let target = self.target(&node.target);
                let op = self.binary_op(node.op, span);
                let value = self.expr(&node.value);
                StmtKind::AugAssign { target: target?, op: op?, value: value? }
            }
            ast::Stmt::Global(node) => self.global(node),
            ast::Stmt::Import(node) if self.place == Place::Module && self.loops == 0 => {
                self.import(node)?
            }
            ast::Stmt::Expr(node) => StmtKind::Expr(self.expr(&node.value)?),
            other => return self.unsupported(keyword(other), what(other)),
        };
        Some(Stmt { span, kind })
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Option<StmtKind> {
        let span = Span::of(&def.name);
        if def.is_async {
            return self.unsupported(Span::of(def), "`async def` is");
        }
        if let Some(decorator) = def.decorator_list.first() {
            return self.unsupported(Span::of(decorator), "decorators are");
        }
        if let Some(parameters) = &def.type_params {
            return self.unsupported(Span::of(&**parameters), "type parameters are");
        }
        if self.place == Place::Function {
            return self.unsupported(span, "functions inside functions are");
        }
        let parameters = self.parameters(&def.parameters);
        let uses = self.builtins.len();
        let parameters = parameters?;
        let loops = std::mem::take(&mut self.loops);
        let seen = std::mem::take(&mut self.seen);
        self.parameters = parameters.iter().map(|parameter| parameter.name.id.clone()).collect();
        self.place = Place::Function;
        let body = self.body(split_docstring(&def.body).1);
        self.place = Place::Module;
        self.parameters.clear();
        self.seen = seen;
        self.loops = loops;
        let function = FunctionDef { name: name(&def.name), parameters, body };
        self.forget_builtins_of(&function, uses);
        Some(StmtKind::FunctionDef(function))
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Option<Vec<Parameter>> {
        if let Some(rest) = parameters.vararg.as_deref().or(parameters.kwarg.as_deref()) {
            return self.unsupported(Span::of(rest), "`*args` and `**kwargs` are");
        }
        if let Some(only) = parameters.kwonlyargs.first() {
            return self.unsupported(Span::of(only), "keyword-only parameters are");
        }
        if let Some(only) = parameters.posonlyargs.first() {
            return self.unsupported(Span::of(only), "positional-only parameters are");
        }
        let mut lowered: Vec<Parameter> = Vec::new();
        for parameter in &parameters.args {
            let name = name(&parameter.parameter.name);
            if lowered.iter().any(|earlier| earlier.name.id == name.id) {
                let text =
                    format!("SyntaxError: duplicate argument '{}' in function definition", name.id);
                return self.refuse(name.span, text);
            }
            let default = match &parameter.default {
                Some(default) => Some(self.expr(default)?),
                None => None,
            };
            lowered.push(Parameter { name, default });
        }
        Some(lowered)
    }

    /// Python's rules: declared before any use, and never a parameter.
    fn global(&mut self, node: &ast::StmtGlobal) -> StmtKind {
        let names: Vec<Name> = node.names.iter().map(name).collect();
        for Name { span, id } in &names {
            if self.parameters.contains(id) {
                let message = format!("SyntaxError: name '{id}' is parameter and global");
                self.problems.push(Problem::new(*span, message));
            } else if self.seen.contains(id) {
                let message =
                    format!("SyntaxError: name '{id}' is used prior to global declaration");
                self.problems.push(Problem::new(*span, message));
            }
        }
        StmtKind::Global(names)
    }

    fn return_(&mut self, node: &ast::StmtReturn) -> Option<StmtKind> {
        if self.place == Place::Module {
            return self.refuse(Span::of(node), "SyntaxError: 'return' outside function");
        }
        match &node.value {
            Some(value) => Some(StmtKind::Return(Some(self.expr(value)?))),
            None => Some(StmtKind::Return(None)),
        }
    }

    fn if_(&mut self, node: &ast::StmtIf) -> Option<StmtKind> {
        let test = self.expr(&node.test);
        let body = self.body(&node.body);
        let orelse = self.elifs(&node.elif_else_clauses);
        Some(StmtKind::If { test: test?, body, orelse: orelse? })
    }

    fn elifs(&mut self, clauses: &[ast::ElifElseClause]) -> Option<Vec<Stmt>> {
        // From the last to the first, so that a long chain does not recurse here.
        let mut orelse = Vec::new();
        let mut complete = true;
        for clause in clauses.iter().rev() {
            let body = self.body(&clause.body);
            orelse = match &clause.test {
                None => body,
                Some(test) => {
                    if let Some(test) = self.expr(test) {
                        let kind = StmtKind::If { test, body, orelse };
                        vec![Stmt { span: Span::of(clause), kind }]
                    } else {
                        complete = false;
                        Vec::new()
                    }
                }
            };
        }
        complete.then_some(orelse)
    }

    fn while_(&mut self, node: &ast::StmtWhile) -> Option<StmtKind> {
        let test = self.expr(&node.test);
        let body = self.loop_body(&node.body, &node.orelse);
        Some(StmtKind::While { test: test?, body: body? })
    }

    fn for_(&mut self, node: &ast::StmtFor) -> Option<StmtKind> {
        if node.is_async {
            return self.unsupported(Span::of(node), "`async for` is");
        }
        let target = self.target(&node.target);
        let range = self.range(&node.iter);
        let body = self.loop_body(&node.body, &node.orelse);
        let range_span = Span::of(&*node.iter);
        Some(StmtKind::ForRange { target: target?, range: range?, range_span, body: body? })
    }

    fn loop_body(&mut self, body: &[ast::Stmt], orelse: &[ast::Stmt]) -> Option<Vec<Stmt>> {
        if let Some(first) = orelse.first() {
            return self.unsupported(Span::of(first), "`else` after a loop is");
        }
        self.loops += 1;
        let body = self.body(body);
        self.loops -= 1;
        Some(body)
    }

    fn range(&mut self, iter: &ast::Expr) -> Option<Vec<Expr>> {
        let call = match iter {
            ast::Expr::Call(call) if is_name(&call.func, "range") => call,
            other => {
                let text = "`for` over anything but `range(…)` is";
                return self.unsupported(Span::of(other), text);
            }
        };
        let count = call.arguments.args.len();
        if !call.arguments.keywords.is_empty() || !(1..=3).contains(&count) {
            let text = "`range` takes one to three arguments, and no keywords";
            return self.refuse(Span::of(call), text);
        }
        call.arguments.args.iter().map(|argument| self.expr(argument)).collect()
    }

    fn target(&mut self, target: &ast::Expr) -> Option<Name> {
        match target {
            ast::Expr::Name(node) => {
                let name = Name { span: Span::of(node), id: node.id.to_string() };
                if name.id == "__debug__" {
                    return self.refuse(name.span, "SyntaxError: cannot assign to __debug__");
                }
                self.seen.push(name.id.clone());
                Some(name)
            }
            other => self.unsupported(Span::of(other), "assigning to anything but a name is"),
        }
    }
}

fn name(identifier: &ast::Identifier) -> Name {
    Name { span: Span::of(identifier), id: identifier.id.to_string() }
}

fn is_name(expr: &ast::Expr, id: &str) -> bool {
    matches!(expr, ast::Expr::Name(name) if name.id == id)
}

/// The first word of a statement: enough to point at.
fn keyword(stmt: &ast::Stmt) -> Span {
    let span = Span::of(stmt);
    Span { start: span.start, end: span.end.min(span.start + 6) }
}

/// What a refused statement is called.
fn what(stmt: &ast::Stmt) -> &'static str {
    match stmt {
        ast::Stmt::ClassDef(_) => "classes are",
        ast::Stmt::Delete(_) => "`del` is",
        ast::Stmt::TypeAlias(_) => "`type` is",
        ast::Stmt::With(_) => "`with` is",
        ast::Stmt::Match(_) => "`match` is",
        ast::Stmt::Raise(_) => "`raise` is",
        ast::Stmt::Try(_) => "`try` is",
        ast::Stmt::Assert(_) => "`assert` is",
        ast::Stmt::Import(_) | ast::Stmt::ImportFrom(_) => "`import` inside a function is",
        ast::Stmt::Nonlocal(_) => "`nonlocal` is",
        _ => "this statement is",
    }
}
